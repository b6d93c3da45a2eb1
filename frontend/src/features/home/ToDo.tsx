import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ToDoQuery, type ToDoSection } from './query';
import { riskListPath } from '@/features/risk/door';
import { useEnum } from '@/lib/enumLabel';
import { useLive } from '@/lib/useLive';
import { Empty } from '@/ui/Empty';
import { Query } from '@/ui/Query';

/** Where all things of a kind are listed. */
const lists: Record<ToDoSection['kind'], string> = {
  FILL: '/forms',
  RETURNED: '/forms',
  DUE_SOON: '/forms',
  OVERDUE: '/forms',
  REVIEW: '/review',
  CONCUR: riskListPath({ concur: true }),
  MEETING: '/meetings?state=PLANNED%2COPEN',
  OBJECTION: '/objections',
  FEEDBACK: '/feedback',
  CONFIRM: '/acts',
  CONFLICT: '/conflicts?state=OPEN',
  CHECK: '/checks',
  HANDOVER: '/checks/handovers',
  WARNING: '/warnings',
  VERIFICATION: '/warnings?state=ANSWERED',
  INSTRUCTION: '/instructions',
  ACCEPTANCE: '/instructions?state=REPORTED',
  TASK: '/tasks',
  READING: '/indicators?mine=true&owed=true',
  RULES_REVIEW: '/rules-reviews?mine=true',
  EDUCATION: '/education?state=PLANNED',
};

/** What waits for the reader today: a number for each kind, and the most pressing of them. */
export function ToDo() {
  const { t } = useTranslation('home');
  const [result, reload] = useQuery({ query: ToDoQuery, requestPolicy: 'cache-and-network' });
  useLive((news) => {
    const shown = new Map(result.data?.toDo.map(({ kind, count }) => [kind, count]));
    // Whoever comes is told all once more, which they have mostly read already.
    const fresh = news.toDo.filter(
      ({ kind, count }) => !news.anew || (shown.get(kind) ?? 0) !== count,
    );
    if (fresh.length > 0) reload({ requestPolicy: 'network-only' });
  });
  return (
    <section className="panel" aria-labelledby="todo-title">
      <h2 id="todo-title">{t('todo')}</h2>
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={2}>
        {({ toDo }) => <Sections sections={toDo} />}
      </Query>
    </section>
  );
}

function Sections({ sections }: { sections: ToDoSection[] }) {
  const { t } = useTranslation('home');
  const kinds = useEnum('ToDoKind');
  // Which campaign a form is for says something only where there are several.
  const campaigns = sections.flatMap(({ items }) =>
    items.map((item) => item.formKind && item.title),
  );
  const several = new Set(campaigns.filter(Boolean)).size > 1;
  const waiting = sections.filter(({ count }) => count > 0);
  return (
    <>
      <div className="tiles">
        {sections.map(({ kind, count, more }) => (
          <div
            key={kind}
            className={kind === 'OVERDUE' && count > 0 ? 'tile tile-alarm' : 'tile'}
            title={more ? t('todoMore', { count }) : undefined}
          >
            {count > 0 ? (
              <Link
                to={lists[kind]}
                className="tile-number"
                aria-label={t('todoList', { kind: kinds.label(kind), count })}
              >
                {count}
                {more && '+'}
              </Link>
            ) : (
              <span className="tile-number">{count}</span>
            )}
            <span>{kinds.label(kind)}</span>
          </div>
        ))}
      </div>
      {waiting.length === 0 && <Empty text={t('todoNone')} />}
      <div className="todo-lists">
        {waiting.map((section) => (
          <article key={section.kind} className="todo-list">
            <h3>{kinds.label(section.kind)}</h3>
            <ul>
              {section.items.map((item) => (
                <li key={item.id}>
                  <Link to={item.path}>
                    <ItemName kind={section.kind} item={item} withCampaign={several} />
                  </Link>
                  {item.dueOn && (
                    <span className="hint-inline">
                      {t(section.kind === 'MEETING' ? 'todoOn' : 'todoDue', { due: item.dueOn })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </article>
        ))}
      </div>
    </>
  );
}

interface ItemProps {
  kind: ToDoSection['kind'];
  item: ToDoSection['items'][number];
  withCampaign: boolean;
}

function ItemName({ kind, item, withCampaign }: ItemProps) {
  const { t } = useTranslation('home');
  const forms = useEnum('FormKind');
  const states = useEnum('FormState');
  const acts = useEnum('ActKind');
  const who =
    item.person && item.unit ? `${item.person}（${item.unit}）` : item.person || item.unit;
  if (item.formKind)
    return (
      <>
        {forms.label(item.formKind)} {who}
        {withCampaign && <span className="hint-inline">{item.title}</span>}
        {kind === 'REVIEW' && item.formState && (
          <span className="tag">{states.label(item.formState)}</span>
        )}
      </>
    );
  if (item.actKind) return `${acts.label(item.actKind)} ${who || item.title}`;
  if (kind === 'OBJECTION') return t('todoObjection', { who });
  if (kind === 'FEEDBACK') return t('todoFeedback', { unit: item.unit });
  return `${item.title}（${item.unit}）`;
}
