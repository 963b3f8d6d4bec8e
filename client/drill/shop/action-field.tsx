import type { ReactElement } from 'react';
import {
  type ActionField,
  type Choice,
  type FieldValues,
  type OrderedGoods,
  orderedGoods,
  productChoices,
  skuChoices,
} from '#client/drill/model/desk-fields.ts';
import type { ConversationView, ThreadItem } from '#client/drill/model/drill-view.ts';
import { clock, money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { AreaField, SelectField, TextField } from '#client/ui/controls/field.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import type { FlagColour } from '#contract/wire/flags.ts';
import type { WireOrder } from '#contract/wire-events.ts';

type Props = {
  field: ActionField;
  /** One of several of which at least one is filled. */
  isEither?: boolean;
  values: FieldValues;
  shop: ShopBody;
  conversation: ConversationView;
  isInvalid: boolean;
  onChange: (value: string) => void;
};

/** What is a text in sentences by the shop's data; a label or an invoice's name is one line. */
const NOTE_FIELD = 'note';

/** A new kind of field doesn't compile without a case of its own. */
export const ActionFieldView = (props: Props): ReactElement => {
  const { t } = useTranslation('desk');
  const { field, isEither = false, values, onChange, isInvalid } = props;
  const value = values[field.name] ?? '';
  const { title } = field;
  const asOther = isEither ? t('action.eitherOf', { title }) : t('action.optional', { title });
  const label = field.required ? title : asOther;
  const { kind } = field;
  switch (kind) {
    case 'order':
    case 'product':
    case 'sku':
    case 'coupon':
    case 'choice':
      return <ChoiceField {...props} kind={kind} label={label} value={value} />;
    case 'money':
      return (
        <TextField
          label={t('action.yuan', { title: label })}
          inputMode="decimal"
          autoComplete="off"
          placeholder="0.00"
          value={value}
          error={isInvalid ? t('action.badMoney') : null}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'address':
      return (
        <div>
          <AreaField
            label={label}
            rows={2}
            isGrowing
            maxLength={500}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <AddressSuggestions conversation={props.conversation} onTake={onChange} />
        </div>
      );
    case 'text':
      return field.name === NOTE_FIELD ? (
        <AreaField
          label={label}
          lang="zh-CN"
          rows={2}
          isGrowing
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <TextField
          label={label}
          autoComplete="off"
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
};

type ChoiceKind = Exclude<ActionField['kind'], 'money' | 'address' | 'text'>;

const ChoiceField = ({ kind, label, value, ...props }: Props & { kind: ChoiceKind; label: string; value: string }) => {
  const { t } = useTranslation('desk');
  const choices = useChoices(kind, props);
  return (
    <SelectField
      label={label}
      value={value}
      onChange={(event) => props.onChange(event.target.value)}
      choices={[{ value: '', label: choices.length === 0 ? t('action.noChoice') : t('action.choose') }, ...choices]}
    />
  );
};

type ChoiceProps = Pick<Props, 'field' | 'isEither' | 'values' | 'shop' | 'conversation'>;

/** What was chosen before another order was stays on the list: a form sent what it no longer showed. */
const goodsMeant = ({ name }: ActionField, orders: readonly WireOrder[], values: FieldValues): OrderedGoods[] => {
  const meant = orderedGoods(orders, values).map(({ product }) => product);
  return orderedGoods(orders, {}).filter(({ product }) => meant.includes(product) || product === values[name]);
};

const useChoices = (kind: ChoiceKind, { field, isEither, values, shop, conversation }: ChoiceProps): Choice[] => {
  const { t } = useTranslation('desk');
  const { orders } = conversation;
  switch (kind) {
    case 'order':
      return orders.map((order) => ({
        value: order.id,
        label: `${order.no} ${t(`order.status.${order.status}`)} ${order.items[0]?.name ?? ''}`,
      }));
    case 'product':
      // Goods that may be left open are those asked about (RULES T8); a card or a new parcel may be of any the shop has.
      return field.required || isEither === true
        ? productChoices(shop, orders)
        : goodsMeant(field, orders, values).map(({ product, name, skus, price }) => ({
            value: product,
            label: [name, skus.join(' / '), price === null ? t('order.gift') : money(price)]
              .filter((part) => part !== '')
              .join(' '),
          }));
    case 'sku':
      return skuChoices(shop, orders, values);
    case 'coupon':
      return shop.coupons.map((coupon) => ({
        value: coupon.id,
        label:
          coupon.least > 0 ? t('action.couponOver', { name: coupon.name, least: money(coupon.least) }) : coupon.name,
      }));
    case 'choice':
      return field.choices.map(({ value, title: name }) => {
        // What a flag means is the shop's to say.
        const meaning = FLAG_COLOURS.find((colour) => colour === value && field.name === 'flag');
        const means = meaning && shop.flags?.[meaning];
        return { value, label: means === undefined ? name : t('flag.means', { name, meaning: means }) };
      });
  }
};

/** Colours a flag can have; of the contract the client may have types only. */
const FLAG_COLOURS: readonly FlagColour[] = ['red', 'yellow', 'green', 'blue', 'purple'];

/** What an address has: a place, a road or a number, and some length. */
const ADDRESS_PATTERN = /[省市区县镇乡村路街号栋室]/;
const MIN_ADDRESS_CHARACTERS = 8;
type CustomerItem = Extract<ThreadItem, { kind: 'customer' }>;

/** An address is what the customer wrote: taken over, not typed again. */
const AddressSuggestions = ({
  conversation,
  onTake,
}: {
  conversation: ConversationView;
  onTake: (text: string) => void;
}) => {
  const { t } = useTranslation('desk');
  const lines = conversation.items
    .filter(
      (item): item is CustomerItem =>
        item.kind === 'customer' &&
        item.bubble.kind === 'text' &&
        item.bubble.text.length >= MIN_ADDRESS_CHARACTERS &&
        ADDRESS_PATTERN.test(item.bubble.text),
    )
    .slice(-2);
  if (lines.length === 0) return null;
  return (
    <div className="mt-4 grid justify-items-start gap-4">
      {lines.map((line) => {
        const text = line.bubble.kind === 'text' ? line.bubble.text : '';
        return (
          <Button key={line.id} kind="bare" size="s" className="max-w-full" title={text} onClick={() => onTake(text)}>
            <span className="cut">{t('action.fromChat', { at: clock(line.at), text })}</span>
          </Button>
        );
      })}
    </div>
  );
};
