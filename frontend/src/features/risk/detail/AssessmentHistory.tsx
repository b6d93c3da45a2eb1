import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readClause } from './clause';
import type { AssessmentItem } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { GradeBadge } from '@/ui/GradeBadge';

/** Every proposal and decision, the newest first: what, by which rule, who, when and why. */
export function AssessmentHistory({ assessments }: { assessments: AssessmentItem[] }) {
  const { t } = useTranslation('risk');
  return (
    <section className="panel" aria-labelledby="history-title">
      <h2 id="history-title">{t('detail.history')}</h2>
      <ol className="history">
        {assessments.map((assessment) => (
          <Entry key={assessment.id} assessment={assessment} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ assessment: a }: { assessment: AssessmentItem }) {
  const { t, i18n } = useTranslation('risk');
  const kind = useEnum('AssessmentKind');
  const consequence = useEnum('ConsequenceKind');
  const role = useEnum('Role');
  // A body may have rules of its own, which have no word here.
  const ruleKey = `assessment.rules.${a.rule}`;
  const rule = i18n.exists(`risk:${ruleKey}`) ? t(ruleKey as 'assessment.rules.count') : a.rule;
  return (
    <li className={a.kind === 'DECISION' ? 'history-decision' : undefined}>
      <div className="history-head">
        <strong>{kind.label(a.kind)}</strong>
        <Outcome assessment={a} />
      </div>
      <div>
        {a.likelihood === null || a.consequence === null
          ? t('assessment.noInputs')
          : t('assessment.inputs', {
              likelihood: a.likelihood,
              severity: a.severity,
              consequence: consequence.label(a.consequence),
            })}
        {a.unlimitedPower && `；${t('field.unlimitedPower')}`}
        {a.pastBreach && `；${t('field.pastBreach')}`}
      </div>
      <div>
        {t('assessment.rule')}：{rule}（{t('assessment.ruleVersion', { version: a.ruleVersion })}）
        {a.clause && (
          <>
            ，{t('assessment.clause')}：<ClauseWords clause={a.clause} />
          </>
        )}
      </div>
      {a.computedGrade && a.computedGrade !== a.grade && (
        <div>
          {t('assessment.computed')} <GradeBadge grade={a.computedGrade} />
        </div>
      )}
      {a.reason && (
        <div className="prose">
          {t('assessment.reason')}：{a.reason}
        </div>
      )}
      {a.meeting && (
        <div>
          {t('assessment.meeting')}：<Link to={`/meetings/${a.meeting.id}`}>{a.meeting.title}</Link>
        </div>
      )}
      <div className="history-foot">
        <time dateTime={a.at}>{formatTime(a.at)}</time>{' '}
        {t('assessment.by', {
          name: a.actorName,
          role: a.actorRole ? role.label(a.actorRole) : t('assessment.imported'),
        })}
      </div>
    </li>
  );
}

function ClauseWords({ clause }: { clause: string }) {
  const { t } = useTranslation('risk');
  const consequence = useEnum('ConsequenceKind');
  const read = readClause(clause);
  if (!read) return <code>{clause}</code>;
  const value =
    read.kind === 'consequence'
      ? consequence.label(read.consequence)
      : 'value' in read
        ? read.value
        : '';
  return <span title={clause}>{t(`assessment.clauses.${read.kind}`, { value })}</span>;
}

/** The grade, and for a decision what it changed. */
function Outcome({ assessment: { kind, grade, previousGrade } }: { assessment: AssessmentItem }) {
  const { t } = useTranslation('risk');
  if (kind === 'RECORDING') return null; // there is no grade yet
  const now = grade ? <GradeBadge grade={grade} /> : t('assessment.withdrawn');
  if (kind !== 'DECISION') return now;
  if (previousGrade && previousGrade !== grade) {
    return (
      <>
        {t('assessment.from')} <GradeBadge grade={previousGrade} /> {t('assessment.to')} {now}
      </>
    );
  }
  return (
    <>
      {now}
      <span className="hint-inline">
        {t(previousGrade ? 'assessment.kept' : 'assessment.first')}
      </span>
    </>
  );
}
