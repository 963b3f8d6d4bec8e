import { either } from '../signs/either.ts';
import { pattern } from '../signs/pattern.ts';
import { firstPiece, type Hearing, type Span } from './hearing.ts';

const ALONG = pattern(
  either(
    /搭配(?!得|好看|什么都)|配套(?:买|的|拍)|一(?:起|块儿?)(?:买|拍|带|下单|入|捎)|加购/,
    /顺(?:便|手|带)(?:把.{0,6})?(?:带|买|拍|捎|入)|凑(?:单|个|满)/,
    /再(?:拍|带|来|加|捎|入)(?:上|个|一|两|双|件|条|瓶|包|盒|份|套)/,
    /(?:可以|建议|最好|要不要|记得)?配(?:个|一|上|双|条|套|瓶|把)(?!件)|还可以(?:配|看看|搭)/,
    /推荐(?:您)?(?:再|搭|配|一起|同款|带)/,
    /第二(?:件|[箱双瓶包盒袋](?=[再也能还]?(?:立?减|省|便宜|少|打|半价|只[要需])))|另外(?:配|带|拍|买)/,
    /套装(?:更|划算)|换购/,
  ),
);
const NOT_ALONG = pattern(/不(?:用|需要|建议|必|要)(?:再|另外|搭|配)|(?:自带|已经|都|原装|标)配|配(?:送|件)|重新?拍/);

/** 顺便带双袜子: names something that goes with it. */
export function crossSell({ pieces }: Hearing): Span | null {
  return firstPiece(pieces, ALONG, NOT_ALONG);
}
