import type { PowerForEdit, RegisterPowerMutation, RevisePowerMutation } from './query';
import type { Enum, VariablesOf } from '@/gql';

export interface BasisValues {
  law?: string;
  article?: string;
  text?: string;
}

/** Fields of the form; named as the API names them, so that its problems find them. */
export interface PowerValues {
  unitId?: string;
  details: {
    code?: string;
    name?: string;
    type?: Enum<'PowerType'>;
    legalBases: BasisValues[];
    discretion?: Enum<'Discretion'>;
    discretionNote?: string;
    timeLimitDays?: number | null;
    frequency?: string;
    disclosure: { scope?: string; form?: string; reason?: string };
    exercisingPostIds: string[];
    decisionPostId?: string;
    executionPostId?: string;
    supervisionPostId?: string;
    responsibilities?: string;
    accountability?: string;
  };
}

export type RegisterInput = VariablesOf<typeof RegisterPowerMutation>['input'];
export type ReviseInput = VariablesOf<typeof RevisePowerMutation>['input'];

export function newPower(unitId: string | undefined): PowerValues {
  return {
    unitId,
    details: {
      code: undefined,
      name: undefined,
      type: undefined,
      legalBases: [{}],
      discretion: undefined,
      discretionNote: undefined,
      timeLimitDays: undefined,
      frequency: undefined,
      disclosure: { scope: undefined, form: undefined, reason: undefined },
      exercisingPostIds: [],
      decisionPostId: undefined,
      executionPostId: undefined,
      supervisionPostId: undefined,
      responsibilities: undefined,
      accountability: undefined,
    },
  };
}

export function valuesOf(power: PowerForEdit): PowerValues {
  const { scope, form, reason } = power.disclosure;
  return {
    unitId: power.unit?.id,
    details: {
      code: power.code,
      name: power.name,
      type: power.type,
      legalBases: power.legalBases.map(({ law, article, text }) => ({ law, article, text })),
      discretion: power.discretion,
      discretionNote: power.discretionNote,
      timeLimitDays: power.timeLimitDays,
      frequency: power.frequency,
      disclosure: { scope, form, reason },
      exercisingPostIds: power.exercisingPosts.map((post) => post.id),
      decisionPostId: power.decisionPost?.id,
      executionPostId: power.executionPost?.id,
      supervisionPostId: power.supervisionPost?.id,
      responsibilities: power.responsibilities,
      accountability: power.accountability,
    },
  };
}

export function toDetails({ details }: PowerValues): RegisterInput['details'] {
  const { disclosure } = details;
  return {
    code: details.code ?? '',
    name: details.name ?? '',
    // The form asks for both before it sends.
    type: details.type as Enum<'PowerType'>,
    discretion: details.discretion as Enum<'Discretion'>,
    // Positions stay as they are in the form: the server's problems name them.
    legalBases: dropLastBlank(details.legalBases).map(({ law, article, text }) => ({
      law: law ?? '',
      article: article ?? '',
      text: text ?? '',
    })),
    discretionNote: details.discretionNote ?? '',
    timeLimitDays: details.timeLimitDays ?? null,
    frequency: details.frequency ?? '',
    disclosure: {
      scope: disclosure.scope ?? '',
      form: disclosure.form ?? '',
      reason: disclosure.reason ?? '',
    },
    exercisingPostIds: details.exercisingPostIds,
    decisionPostId: details.decisionPostId ?? null,
    executionPostId: details.executionPostId ?? null,
    supervisionPostId: details.supervisionPostId ?? null,
    responsibilities: details.responsibilities ?? '',
    accountability: details.accountability ?? '',
  };
}

/** Rows that were added and never filled in are no mistake when they stand at the end. */
export function dropLastBlank(rows: BasisValues[]): BasisValues[] {
  const filled = rows.findLastIndex((row) => Object.values(row ?? {}).some(Boolean));
  return rows.slice(0, filled + 1);
}
