import type { ClockRule, ClockVersion } from './query';
import type { Enum } from '@/gql';

/** A rule as it is written in the form, named as the API names it. */
export interface RuleValues {
  name?: string;
  number?: number | null;
  countedIn?: Enum<'ClockUnit'>;
  start: Enum<'ClockStart'>;
  end: Enum<'ClockEnd'>;
  pauses: Enum<'PauseKind'>[];
  extension?: number | null;
  bases: { law?: string; article?: string; text?: string }[];
  from?: string;
  to?: string;
}

export type Written = Pick<
  ClockRule,
  'name' | 'number' | 'countedIn' | 'start' | 'end' | 'pauses' | 'extension' | 'bases'
>;

/** What the form begins with: the rule that is set anew, in force from a day on, or a common one. */
export function valuesOf(rule: Written | undefined, from: string): RuleValues {
  if (!rule) {
    return {
      countedIn: 'WORKING_DAYS',
      start: 'DAY_AFTER',
      end: 'NEXT_WORKING_DAY',
      pauses: [],
      extension: 0,
      bases: [],
      from,
    };
  }
  const { name, number, countedIn, start, end, pauses, extension, bases } = rule;
  return {
    name,
    number,
    countedIn: countedIn ?? undefined,
    start,
    end,
    pauses: [...pauses],
    extension,
    bases: bases.map(({ law, article, text }) => ({ law, article, text })),
    from,
  };
}

/** The rule as the API takes it. */
export function inputOf(values: RuleValues) {
  return {
    name: values.name ?? '',
    number: values.number ?? null,
    countedIn: values.countedIn ?? null,
    start: values.start,
    end: values.end,
    pauses: values.pauses ?? [],
    extension: values.extension ?? 0,
    bases: (values.bases ?? []).map(({ law, article, text }) => ({
      law: law ?? '',
      article: article ?? '',
      text: text ?? '',
    })),
    from: values.from ?? '',
    to: values.to || null,
  };
}

/** The newest version of a code that the unit itself has set; 0 for none. */
export function newestOf(code: string, unitRules: ClockRule[], versions: ClockVersion[]): number {
  const rules = [...unitRules.filter((rule) => rule.mayChange), ...versions.map((v) => v.rule)];
  return Math.max(
    0,
    ...rules.filter((rule) => rule.code === code).map((rule) => rule.newestVersion),
  );
}

/** Law and article of each provision, as they are quoted. */
export function basesText(bases: readonly { law: string; article: string }[]): string {
  return bases.map(({ law, article }) => `《${law}》${article}`).join('、');
}
