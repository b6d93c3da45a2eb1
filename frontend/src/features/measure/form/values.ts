import type { MeasureForEdit, RecordMeasureMutation } from './query';
import type { Enum, VariablesOf } from '@/gql';

/** Fields of the form; named as the API names them, so that its problems find them. */
export interface MeasureValues {
  unitId?: string;
  details: {
    content?: string;
    kind?: Enum<'MeasureKind'>;
    mechanism?: Enum<'Mechanism'>;
    scope?: Enum<'MeasureScope'>;
    ownerId?: string;
    supervisorId?: string;
    ownerText?: string;
    supervisorText?: string;
    dueOn?: string;
    frequency?: string;
    indicator?: string;
    threshold?: string;
    rulesDocument?: string;
    evidence?: string;
    asksComprehensive: boolean;
    riskPointIds: string[];
  };
}

export type MeasureDetails = VariablesOf<typeof RecordMeasureMutation>['input']['details'];

interface Ground {
  unitId?: string;
  riskId?: string;
  ownerId?: string;
}

export function newMeasure({ unitId, riskId, ownerId }: Ground): MeasureValues {
  return {
    unitId,
    details: {
      content: undefined,
      kind: undefined,
      mechanism: undefined,
      scope: undefined,
      ownerId,
      supervisorId: undefined,
      ownerText: undefined,
      supervisorText: undefined,
      dueOn: undefined,
      frequency: undefined,
      indicator: undefined,
      threshold: undefined,
      rulesDocument: undefined,
      evidence: undefined,
      asksComprehensive: false,
      riskPointIds: riskId ? [riskId] : [],
    },
  };
}

export function valuesOf(measure: MeasureForEdit): MeasureValues {
  return {
    unitId: measure.unit?.id,
    details: {
      content: measure.content,
      kind: measure.kind,
      mechanism: measure.mechanism,
      scope: measure.scope,
      ownerId: measure.owner?.id,
      supervisorId: measure.supervisor?.id,
      ownerText: measure.ownerText,
      supervisorText: measure.supervisorText,
      dueOn: measure.dueOn ?? undefined,
      frequency: measure.frequency,
      indicator: measure.indicator,
      threshold: measure.threshold,
      rulesDocument: measure.rulesDocument,
      evidence: measure.evidence,
      asksComprehensive: measure.asksComprehensive,
      riskPointIds: measure.riskPoints.map((risk) => risk.id),
    },
  };
}

export function toDetails({ details }: MeasureValues): MeasureDetails {
  return {
    content: details.content ?? '',
    // The form asks for these three before it sends.
    kind: details.kind as Enum<'MeasureKind'>,
    mechanism: details.mechanism as Enum<'Mechanism'>,
    scope: details.scope as Enum<'MeasureScope'>,
    ownerId: details.ownerId ?? null,
    supervisorId: details.supervisorId ?? null,
    ownerText: details.ownerText ?? '',
    supervisorText: details.supervisorText ?? '',
    dueOn: details.dueOn ?? null,
    frequency: details.frequency ?? '',
    indicator: details.indicator ?? '',
    threshold: details.threshold ?? '',
    rulesDocument: details.rulesDocument ?? '',
    evidence: details.evidence ?? '',
    asksComprehensive: details.asksComprehensive,
    riskPointIds: details.riskPointIds,
  };
}
