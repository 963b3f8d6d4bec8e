import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ChoiceList } from '#client/ui/controls/choice-list.tsx';
import type { Role } from '#contract/people.ts';

export type StaffRole = Exclude<Role, 'trainee'>;
const STAFF_ROLES: readonly StaffRole[] = ['teacher', 'mentor', 'admin'];

/** A radio button for each role, with one phrase on what it may do. */
export const RoleChoice = ({ value, onChange }: { value: StaffRole; onChange: (role: StaffRole) => void }) => {
  const { t } = useTranslation('admin');
  return (
    <ChoiceList
      label={t('people.role')}
      value={value}
      onChange={onChange}
      options={STAFF_ROLES.map((role) => ({ value: role, label: t(`ui:role.${role}`), text: t(`roleText.${role}`) }))}
    />
  );
};
