import { useTranslation } from 'react-i18next';
import { Shortcuts } from './Shortcuts';
import { SupervisedPortfolios } from './SupervisedPortfolios';
import { ToDo } from './ToDo';
import { UnitFigures } from './UnitFigures';
import './home.css';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { can, useViewer, type Viewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/PageHeader';

// Whose home page is what they supervise; the others see their unit's figures.
const supervising: Enum<'Role'>[] = [
  'DEPT_HEAD',
  'LEADER_IN_CHARGE',
  'PRINCIPAL_LEADER',
  'INSPECTOR',
  'LEADING_GROUP',
];

export function supervises(viewer: Pick<Viewer, 'roles'>): boolean {
  return viewer.roles.some(({ role }) => supervising.includes(role));
}

export function Component() {
  const { t } = useTranslation(['home', 'common']);
  const viewer = useViewer();
  const role = useEnum('Role');
  const name = viewer.person?.name ?? viewer.account.loginName;
  const register = can(viewer, 'READ_REGISTER');
  return (
    <>
      <PageHeader title={t('common:nav.home')} top />
      <section className="panel">
        <h2>{t('home:greeting', { name })}</h2>
        <div>
          {t('home:roles')}：
          {viewer.roles
            .map(({ role: r, unit }) => (unit ? `${role.label(r)}（${unit.name}）` : role.label(r)))
            .join('、') || t('home:noRoles')}
        </div>
      </section>
      <ToDo />
      {register && supervises(viewer) ? (
        <>
          <SupervisedPortfolios />
          <Shortcuts />
        </>
      ) : (
        <>
          <Shortcuts />
          {register && <UnitFigures />}
        </>
      )}
    </>
  );
}
