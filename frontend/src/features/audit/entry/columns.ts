import type { EnumName } from '@/gql';

// How columns of the database, as the log names them, are called elsewhere on the page.
// What is not here is shown by its raw name: the log may tell of columns that no page has.

/** Keys of words, by `Entity.column` or, where all entities mean the same, by `column`. */
const words = {
  accepted_by: 'balance:kept.by',
  accepted_reason: 'balance:kept.why',
  accepted_until: 'balance:kept.until',
  account_id: 'audit:column.account',
  actor_id: 'audit:column.actorId',
  actor_name: 'audit:column.actor',
  actor_role: 'audit:column.role',
  asks_comprehensive: 'measure:field.asksComprehensive',
  at: 'audit:field.at',
  cause: 'risk:field.cause',
  clause: 'risk:assessment.clause',
  closed_on: 'organisationEdit:unit.closeOn',
  code: 'organisationEdit:unit.code',
  computed_grade: 'risk:assessment.computed',
  condition: 'power:way.condition',
  consequence: 'risk:field.consequence',
  content: 'measure:field.content',
  created_at: 'risk:field.createdAt',
  current: 'audit:column.current',
  decision_post_id: 'power:field.decisionPost',
  controlled: 'risk:field.controlled',
  department_owner_id: 'risk:field.departmentOwner',
  direct_owner_id: 'risk:field.directOwner',
  disabled: 'audit:column.disabled',
  disclosure_form: 'power:field.disclosureForm',
  disclosure_reason: 'power:field.disclosureReason',
  disclosure_scope: 'power:field.disclosureScope',
  discretion: 'power:field.discretion',
  discretion_note: 'power:field.discretionNote',
  due_on: 'measure:field.dueOn',
  duties: 'organisationEdit:post.duties',
  evidence: 'measure:field.evidence',
  execution_post_id: 'power:field.executionPost',
  exercising_posts: 'power:field.exercisingPosts',
  exposed_persons: 'risk:field.exposedPersons',
  exposed_posts: 'risk:field.exposedPosts',
  found_by: 'risk:field.foundBy',
  frequency: 'measure:field.frequency',
  from_day: 'organisationEdit:office.from',
  from_step_id: 'power:way.from',
  grade: 'risk:field.grade',
  'Assessment.grade': 'audit:column.grade',
  indicator: 'measure:field.indicator',
  'RulesDocument.title': 'rulebook:head.title',
  'RulesDocument.kind': 'rulebook:head.kind',
  'RulesDocument.repealed_from': 'rulebook:head.repealedFrom',
  'RulesDocument.repealed_reason': 'rulebook:repeal.reason',
  'RulesEdition.number': 'rulebook:head.number',
  'RulesEdition.from_day': 'rulebook:head.from',
  'RulesEdition.issued_by': 'rulebook:edition.issuedBy',
  'RulesEdition.issued_on': 'rulebook:edition.issuedOn',
  'RulesEdition.changes': 'rulebook:edition.changes',
  'RulesEdition.link': 'rulebook:edition.linkField',
  'RulesEdition.text': 'rulebook:edition.textField',
  'RulesEdition.review_days': 'rulebook:edition.within',
  'RulesReview.state': 'rulebook:head.state',
  'RulesReview.subject': 'rulebook:review.subject',
  'RulesReview.person_id': 'rulebook:review.asked',
  'RulesReview.due_on': 'rulebook:review.dueOn',
  'RulesReview.note': 'rulebook:answer.note',
  'EducationParticipant.attendance': 'education:roll.attendance',
  'EducationParticipant.department': 'education:roll.department',
  'EducationParticipant.made_up_on': 'education:roll.madeUpOn',
  'EducationParticipant.name': 'education:roll.name',
  'EducationParticipant.note': 'education:roll.note',
  'EducationParticipant.post': 'education:roll.post',
  'EducationSession.cancel_reason': 'education:cancel.reason',
  'EducationSession.held_on': 'education:field.heldOn',
  'EducationSession.kind': 'education:field.kind',
  'EducationSession.leader_id': 'education:field.leader',
  'EducationSession.leader_text': 'education:field.leaderText',
  'EducationSession.notes': 'education:field.notes',
  'EducationSession.place': 'education:field.place',
  'EducationSession.state': 'education:field.state',
  'EducationSession.topic': 'education:field.topic',
  'Indicator.every': 'indicator:field.every',
  'Indicator.keeps': 'indicator:field.keeps',
  'Indicator.measured_in': 'indicator:field.measuredIn',
  'Indicator.name': 'indicator:field.name',
  'Indicator.over_since': 'indicator:facts.overSince',
  'Indicator.person_id': 'indicator:field.person',
  'Indicator.read_for': 'indicator:readings.newest',
  'Indicator.starts_on': 'indicator:field.startsOn',
  'Indicator.state': 'indicator:head.state',
  'Indicator.stopped_reason': 'indicator:facts.stopped',
  'Indicator.value': 'indicator:head.value',
  'Indicator.within_days': 'indicator:field.withinDays',
  'IndicatorReading.from_day': 'indicator:field.period',
  'IndicatorReading.keeps': 'indicator:field.keeps',
  'IndicatorReading.note': 'indicator:readings.note',
  'IndicatorReading.source': 'indicator:readings.from',
  'IndicatorReading.value': 'indicator:field.value',
  initials: 'audit:column.initials',
  job_title: 'organisationEdit:person.jobTitle',
  key: 'power:step.key',
  key_post: 'organisationEdit:post.keyPost',
  kind: 'audit:column.kind',
  'CloseRelation.kind': 'balance:relation.kind',
  'CloseRelation.note': 'balance:relation.note',
  'CloseRelation.other_id': 'balance:relation.other',
  'Conflict.finding': 'balance:conflict.message',
  'Conflict.measure_id': 'balance:kept.measure',
  'Conflict.rule_code': 'balance:conflict.rule',
  'Conflict.severity': 'balance:conflict.severity',
  'Conflict.since': 'balance:conflict.since',
  'Conflict.state': 'balance:kept.state',
  'Portfolio.kind': 'organisationEdit:office.kind',
  'Proceeding.closed_on': 'proceeding:field.overOn',
  'Proceeding.due_on': 'proceeding:head.due',
  'Proceeding.limit': 'proceeding:facts.limit',
  'Proceeding.limit_days': 'proceeding:facts.limitDays',
  'Proceeding.number': 'proceeding:field.number',
  'Proceeding.received_on': 'proceeding:field.receivedOn',
  'Proceeding.result': 'proceeding:field.result',
  'Proceeding.state': 'proceeding:head.state',
  'ProceedingPause.from_day': 'proceeding:field.from',
  'ProceedingPause.kind': 'proceeding:field.kind',
  'ProceedingPause.note': 'proceeding:field.pauseNote',
  'ProceedingPause.source': 'proceeding:steps.source',
  'ProceedingPause.to_day': 'proceeding:field.to',
  'ProceedingStep.began_at': 'proceeding:field.began',
  'ProceedingStep.ended_at': 'proceeding:field.ended',
  'ProceedingStep.note': 'proceeding:field.note',
  'ProceedingStep.outcome': 'proceeding:field.outcome',
  'ProceedingStep.person_name': 'proceeding:field.name',
  'ProceedingStep.source': 'proceeding:steps.source',
  'ProceedingStep.step_name': 'proceeding:field.step',
  'ProcessStep.kind': 'power:step.kind',
  leader_owner_id: 'risk:field.leaderOwner',
  legal_bases: 'power:field.legalBases',
  likelihood: 'risk:field.likelihood',
  login_name: 'accounts:field.loginName',
  manifestation: 'risk:field.manifestation',
  mechanism: 'measure:field.mechanism',
  must_change_password: 'audit:column.mustChangePassword',
  name: 'audit:column.name',
  'Person.name': 'organisationEdit:person.name',
  'Post.name': 'organisationEdit:post.name',
  'Power.name': 'power:field.name',
  'ProcessStep.name': 'power:step.name',
  owner_id: 'measure:field.owner',
  parent_id: 'audit:column.parent',
  password_changed_at: 'audit:column.passwordChangedAt',
  password_hash: 'audit:column.password',
  past_breach: 'risk:field.pastBreach',
  person_id: 'risk:field.person',
  political_status: 'organisationEdit:person.politicalStatus',
  post_id: 'risk:field.post',
  power_id: 'risk:field.power',
  power_type: 'risk:field.powerType',
  previous_grade: 'audit:column.previousGrade',
  process_id: 'power:process.title',
  proposed_grade: 'risk:field.proposedGrade',
  reason: 'audit:field.reason',
  retired_at: 'audit:column.retiredAt',
  retired_on: 'power:retire.on',
  retired_reason: 'risk:field.retiredReason',
  revision: 'power:process.version',
  risk_point_id: 'risk:field.title',
  risk_points: 'measure:field.risks',
  risk_type: 'risk:field.riskTypes',
  role: 'audit:column.role',
  rotation_years: 'organisationEdit:post.rotationYears',
  rule: 'risk:assessment.rule',
  rule_version: 'audit:column.ruleVersion',
  rules_document: 'measure:field.rulesDocument',
  scope: 'measure:field.scope',
  severity: 'risk:field.severity',
  sort_order: 'organisationEdit:unit.sortOrder',
  staff_number: 'organisationEdit:person.staffNumber',
  status: 'risk:field.status',
  step_id: 'risk:field.step',
  supervision_post_id: 'power:field.supervisionPost',
  supervisor_id: 'measure:field.supervisor',
  threshold: 'measure:field.threshold',
  time_limit_days: 'power:field.timeLimitDays',
  title: 'risk:field.title',
  to_day: 'organisationEdit:office.to',
  to_step_id: 'power:way.to',
  type: 'power:field.type',
  unit_id: 'risk:field.unit',
  unlimited_power: 'risk:field.unlimitedPower',
  updated_at: 'risk:field.updatedAt',
  version: 'audit:column.version',
} as const;

/** Enumerations that columns hold words of, found like the words. */
const enumerations: Record<string, EnumName> = {
  actor_role: 'Role',
  'CloseRelation.kind': 'RelationKind',
  'Conflict.state': 'ConflictState',
  'OwnBalanceRule.state': 'RuleState',
  computed_grade: 'Grade',
  consequence: 'ConsequenceKind',
  discretion: 'Discretion',
  found_by: 'FoundBy',
  grade: 'Grade',
  mechanism: 'Mechanism',
  political_status: 'PoliticalStatus',
  power_type: 'PowerType',
  previous_grade: 'Grade',
  proposed_grade: 'Grade',
  risk_type: 'RiskType',
  role: 'Role',
  type: 'PowerType',
  'Assessment.kind': 'AssessmentKind',
  'EducationParticipant.attendance': 'Attendance',
  'EducationSession.kind': 'EducationKind',
  'EducationSession.state': 'EducationState',
  'Indicator.every': 'Recurrence',
  'Indicator.keeps': 'IndicatorKeeps',
  'Indicator.state': 'IndicatorState',
  'RulesDocument.kind': 'RulesKind',
  'RulesReview.state': 'RulesReviewState',
  'IndicatorReading.keeps': 'IndicatorKeeps',
  'IndicatorReading.source': 'ReadingSource',
  'Measure.kind': 'MeasureKind',
  'Measure.scope': 'MeasureScope',
  'Measure.status': 'MeasureStatus',
  'Portfolio.kind': 'PortfolioKind',
  'Proceeding.limit': 'LimitState',
  'Proceeding.state': 'ProceedingState',
  'ProceedingPause.kind': 'PauseKind',
  'ProceedingPause.source': 'ReadingSource',
  'ProceedingStep.outcome': 'StepOutcome',
  'ProceedingStep.source': 'ReadingSource',
  'ProcessStep.kind': 'StepKind',
  'RiskPoint.status': 'RiskStatus',
  'RoleAppointment.status': 'GrantStatus',
  'Unit.kind': 'UnitKind',
};

/** Columns of days whose names do not say so. */
const days: Record<string, true> = { 'Indicator.over_since': true, 'Indicator.read_for': true };

/** Columns of decimals, which are kept in ten-thousandths. */
const decimals: Record<string, true> = {
  'Indicator.threshold': true,
  'Indicator.value': true,
  'IndicatorReading.threshold': true,
  'IndicatorReading.value': true,
};

function found<T>(table: Record<string, T>, type: string, column: string): T | undefined {
  for (const key of [`${type}.${column}`, column]) {
    if (Object.hasOwn(table, key)) return table[key];
  }
}

export type ColumnWord = (typeof words)[keyof typeof words];
export const columnWords: readonly ColumnWord[] = Object.values(words);

/** Key of a column's word; undefined where it has none. */
export function columnWord(type: string, column: string): ColumnWord | undefined {
  return found(words, type, column);
}

/** What a column's text stands for, so that it can be shown as elsewhere. */
export type Value =
  | { as: 'text'; text: string }
  | { as: 'enum'; name: EnumName; values: string[] }
  | { as: 'flag'; yes: boolean }
  | { as: 'day'; day: string }
  | { as: 'time'; time: string };

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Reads a column's text. Days are written as midnight of UTC in columns of days alone. */
export function columnValue(type: string, column: string, text: string): Value {
  const name = found(enumerations, type, column);
  if (name) return { as: 'enum', name, values: listed(text) };
  if (text === 'true' || text === 'false') return { as: 'flag', yes: text === 'true' };
  if (moment.test(text)) {
    if (/_(day|on)$/.test(column) || found(days, type, column))
      return { as: 'day', day: text.slice(0, 10) };
    if (/(^|_)at$/.test(column)) return { as: 'time', time: text };
  }
  if (found(decimals, type, column) && /^-?\d+$/.test(text)) {
    return { as: 'text', text: String(Number(text) / 10_000) };
  }
  return { as: 'text', text };
}

/** The words of a list in JSON, or parted by commas as a set of types is written. */
function listed(text: string): string[] {
  if (!text.startsWith('[')) return text.split(',');
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.every((one) => typeof one === 'string')) return list;
  } catch {
    // Not a list after all.
  }
  return [text];
}

/** Entities of the rows that are tied to others, where their names may be known. */
const tied: Record<string, string> = {
  exercising_posts: 'Post',
  exposed_posts: 'Post',
  exposed_persons: 'Person',
};

interface Mentions {
  object: { type: string; id: string };
  links: { name: string; added: string[]; removed: string[] }[];
}

/** The objects that changes speak of, to ask for their names. */
export function mentioned(changes: Mentions[]): { type: string; id: string }[] {
  return changes.flatMap(({ object, links }) => [
    object,
    ...links.flatMap(({ name, added, removed }) =>
      [...added, ...removed].map((id) => ({ type: tied[name] ?? name, id })),
    ),
  ]);
}

/** Rows that a change is told of in an entry's own words come before those that follow from it. */
export function changesOf<C extends { object: { id: string } }>(
  changes: C[],
  own: { id: string } | null,
): C[] {
  if (!own) return changes;
  return [
    ...changes.filter((change) => change.object.id === own.id),
    ...changes.filter((change) => change.object.id !== own.id),
  ];
}

/** What an entry says on one object: all of it where it is about the object, else its part. */
export function changesOn<C extends { object: { id: string } }>(
  entry: { object: { id: string } | null; changes: C[] },
  id: string,
): C[] {
  return entry.object?.id === id
    ? changesOf(entry.changes, entry.object)
    : entry.changes.filter((change) => change.object.id === id);
}
