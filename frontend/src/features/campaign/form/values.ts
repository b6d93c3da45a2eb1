import type { Enum } from '@/gql';

/** The phases that have days, in their order. */
export const plannable = ['SURVEY', 'MECHANISM', 'CONTROL', 'SUMMARY'] as const;
export type Plannable = (typeof plannable)[number];
type Kind = Enum<'FormKind'>;

/** What the fields of the plan hold. */
export interface CampaignValues {
  unitId?: string;
  details: {
    year?: number;
    title: string;
    description: string;
    kinds: Kind[];
    publicityDays?: number;
    objectionDays?: number;
    publicNames: boolean;
    previousId?: string;
  };
  days: Record<Plannable, { from?: string; to?: string }>;
  due: Partial<Record<Kind, string>>;
}

interface Plan {
  unit: { id: string } | null;
  year: number;
  title: string;
  description: string;
  kinds: Kind[];
  phases: {
    phase: Enum<'CampaignPhase'>;
    from: string;
    to: string;
    due: { kind: Kind; on: string }[];
  }[];
  publicityDays: number;
  objectionDays: number;
  publicNames: boolean;
  previous: { id: string } | null;
}

const noDays = (): CampaignValues['days'] => ({
  SURVEY: {},
  MECHANISM: {},
  CONTROL: {},
  SUMMARY: {},
});

export function newCampaign(unitId: string | undefined, year: number): CampaignValues {
  return {
    unitId,
    details: {
      year,
      title: '',
      description: '',
      kinds: ['POWERS', 'RISKS', 'PERSONAL', 'MEASURES'],
      publicityDays: 7,
      objectionDays: 15,
      publicNames: false,
    },
    days: noDays(),
    due: {},
  };
}

export function fromCampaign(plan: Plan): CampaignValues {
  const values: CampaignValues = {
    unitId: plan.unit?.id,
    details: {
      year: plan.year,
      title: plan.title,
      description: plan.description,
      kinds: [...plan.kinds],
      publicityDays: plan.publicityDays,
      objectionDays: plan.objectionDays,
      publicNames: plan.publicNames,
      previousId: plan.previous?.id,
    },
    days: noDays(),
    due: {},
  };
  for (const { phase, from, to, due } of plan.phases) {
    const name = plannable.find((one) => one === phase);
    if (name) values.days[name] = { from, to };
    for (const { kind, on } of due) values.due[kind] = on;
  }
  return values;
}

/**
 * The field that stands for a path of the input: the days of a phase and the deadlines are
 * fields by name, and places of lists in the input that `toDetails` makes.
 */
export function fieldOf(path: string, values: CampaignValues): string {
  const [, place, name, at] = /\bdetails\.phases\.(\d+)\.(\w+)(?:\.(\d+))?/.exec(path) ?? [];
  const phase = toDetails(values).phases[Number(place)];
  if (!phase) return path;
  if (name === 'from' || name === 'to') return `days.${phase.phase}.${name}`;
  const due = phase.due[Number(at)];
  return due ? `due.${due.kind}` : path;
}

/**
 * The input of the API. A deadline goes with the phase that it lies in, or else with
 * the first, where the server says what is wrong with it.
 */
export function toDetails({ details, days, due }: CampaignValues) {
  const phases = plannable
    .filter((phase) => days[phase].from || days[phase].to)
    .map((phase) => ({
      phase,
      from: days[phase].from ?? days[phase].to ?? '',
      to: days[phase].to ?? days[phase].from ?? '',
      due: [] as { kind: Kind; on: string }[],
    }));
  for (const kind of details.kinds) {
    const on = due[kind];
    if (!on) continue;
    const home = phases.find(({ from, to }) => from <= on && on <= to) ?? phases[0];
    home?.due.push({ kind, on });
  }
  return {
    year: details.year ?? 0,
    title: details.title,
    description: details.description,
    kinds: details.kinds,
    phases,
    publicityDays: details.publicityDays ?? 0,
    objectionDays: details.objectionDays ?? 0,
    publicNames: details.publicNames,
    previousId: details.previousId ?? null,
  };
}
