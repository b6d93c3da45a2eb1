import type { RiskForEdit } from './query';
import type { Enum, VariablesOf } from '@/gql';
import type { RecordRiskMutation, ReviseRiskMutation } from './query';

/** Fields of the form; named as the API names them, so that its problems find them. */
export interface DetailValues {
  title?: string;
  riskTypes: Enum<'RiskType'>[];
  manifestation?: string;
  cause?: string;
  foundBy: Enum<'FoundBy'>[];
  powerId?: string;
  stepKey?: string;
  postId?: string;
  personId?: string;
  exposedPostIds: string[];
  exposedPersonIds: string[];
  directOwnerId?: string;
  departmentOwnerId?: string;
  leaderOwnerId?: string;
  category?: string;
  directOwnerText?: string;
  departmentOwnerText?: string;
  leaderOwnerText?: string;
}

export interface GradeValues {
  likelihood?: number;
  severity?: number;
  consequence?: Enum<'ConsequenceKind'>;
  unlimitedPower: boolean;
  pastBreach: boolean;
}

export interface ReviseValues {
  unitId?: string;
  details: DetailValues;
}

export interface RecordValues extends ReviseValues {
  assessment: GradeValues;
  reason?: string;
}

export type RecordInput = VariablesOf<typeof RecordRiskMutation>['input'];
export type ReviseInput = VariablesOf<typeof ReviseRiskMutation>['input'];

/** What an address like `/risks/new?unit=…&power=…` asks to begin with. */
export interface Ground {
  unit?: string;
  power?: string;
  step?: string;
  post?: string;
  person?: string;
}

export function newValues(ground: Ground): RecordValues {
  return {
    unitId: ground.unit,
    details: {
      title: undefined,
      riskTypes: [],
      manifestation: undefined,
      cause: undefined,
      foundBy: [],
      powerId: ground.power,
      stepKey: ground.step,
      postId: ground.post,
      personId: ground.person,
      exposedPostIds: [],
      exposedPersonIds: [],
      directOwnerId: undefined,
      departmentOwnerId: undefined,
      leaderOwnerId: undefined,
      category: undefined,
      directOwnerText: undefined,
      departmentOwnerText: undefined,
      leaderOwnerText: undefined,
    },
    assessment: {
      likelihood: undefined,
      severity: undefined,
      consequence: undefined,
      unlimitedPower: false,
      pastBreach: false,
    },
    reason: undefined,
  };
}

export function valuesOf(risk: RiskForEdit): ReviseValues {
  return {
    unitId: risk.unit?.id,
    details: {
      title: risk.title,
      riskTypes: risk.riskTypes,
      manifestation: risk.manifestation,
      cause: risk.cause,
      foundBy: risk.foundBy,
      powerId: risk.power?.id,
      stepKey: risk.step?.key,
      postId: risk.post?.id,
      personId: risk.person?.id,
      exposedPostIds: risk.exposedPosts.map((post) => post.id),
      exposedPersonIds: risk.exposedPersons.map((person) => person.id),
      directOwnerId: risk.directOwner?.id,
      departmentOwnerId: risk.departmentOwner?.id,
      leaderOwnerId: risk.leaderOwner?.id,
      category: risk.category,
      directOwnerText: risk.directOwnerText,
      departmentOwnerText: risk.departmentOwnerText,
      leaderOwnerText: risk.leaderOwnerText,
    },
  };
}

function toDetails(values: DetailValues): ReviseInput['details'] {
  return {
    ...values,
    title: values.title ?? '',
    manifestation: values.manifestation ?? '',
    cause: values.cause ?? '',
    powerId: values.powerId ?? null,
    stepKey: values.stepKey ?? null,
    postId: values.postId ?? null,
    personId: values.personId ?? null,
    directOwnerId: values.directOwnerId ?? null,
    departmentOwnerId: values.departmentOwnerId ?? null,
    leaderOwnerId: values.leaderOwnerId ?? null,
    category: values.category ?? '',
    directOwnerText: values.directOwnerText ?? '',
    departmentOwnerText: values.departmentOwnerText ?? '',
    leaderOwnerText: values.leaderOwnerText ?? '',
  };
}

export function toRecordInput(values: RecordValues): RecordInput {
  const { likelihood, severity, consequence, unlimitedPower, pastBreach } = values.assessment;
  return {
    unitId: values.unitId ?? '',
    details: toDetails(values.details),
    assessment: {
      likelihood: likelihood ?? 0,
      severity: severity ?? 0,
      consequence: consequence as Enum<'ConsequenceKind'>,
      unlimitedPower,
      pastBreach,
    },
    reason: values.reason ?? '',
  };
}

export function toReviseInput(id: string, version: number, values: ReviseValues): ReviseInput {
  return { id, expectedVersion: version, details: toDetails(values.details) };
}
