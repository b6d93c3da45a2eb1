import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AddPost, mayEditPeople, mayEditPosts, PostActions } from './edit/PartActions';
import { inForce } from './inForce';
import type { UnitPartProps } from './unitPart';
import { riskListPath } from '@/features/risk/door';
import { today } from '@/lib/format';
import { Empty } from '@/ui/Empty';

/** The posts of the unit itself and who holds them today. */
export function UnitPosts({ unit, onChanged }: UnitPartProps) {
  const { t } = useTranslation(['organisation', 'organisationEdit', 'common']);
  const edit = mayEditPosts(unit) || mayEditPeople(unit);
  const day = today();
  return (
    <section className="panel">
      <h2 className="panel-head">
        {t('organisation:posts')}
        <AddPost unit={unit} onChanged={onChanged} />
      </h2>
      {unit.posts.length === 0 ? (
        <Empty text={t('organisation:noPosts')} />
      ) : (
        <div className="table-scroll">
          <table className="grid-table">
            <thead>
              <tr>
                <th scope="col">{t('organisation:post.name')}</th>
                <th scope="col">{t('organisation:post.key')}</th>
                <th scope="col">{t('organisation:post.rotation')}</th>
                <th scope="col">{t('organisation:post.holders')}</th>
                <th scope="col">{t('organisation:post.duties')}</th>
                {edit && <th scope="col">{t('organisationEdit:actions')}</th>}
              </tr>
            </thead>
            <tbody>
              {unit.posts.map((post) => {
                const holders = post.appointments.filter((a) => inForce(a, day));
                return (
                  <tr key={post.id}>
                    <td>
                      <Link to={riskListPath({ unit: unit.id, post: post.id })}>{post.name}</Link>
                    </td>
                    <td>{t(post.keyPost ? 'common:state.yes' : 'common:state.no')}</td>
                    <td className="nowrap">
                      {post.rotationYears
                        ? t('organisation:years', { count: post.rotationYears })
                        : '—'}
                    </td>
                    <td>
                      {holders.map((a) => a.person?.name).join('、') || t('organisation:vacant')}
                    </td>
                    <td className="prose">{post.duties || '—'}</td>
                    {edit && (
                      <td>
                        <PostActions unit={unit} post={post} onChanged={onChanged} />
                      </td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
