import type { TFunction } from 'i18next';
import { conditions, type Condition, type RuleValues, type Selector, type Side } from './rule';

/** What reading a rule takes: words, and the names of powers and posts. */
export interface Words {
  t: TFunction<'balanceRules'>;
  label: (condition: Exclude<Condition, 'powers' | 'posts'>, value: string) => string;
  name: (id: string) => string;
}

function listed({ t, label, name }: Words, condition: Condition, values: readonly string[]) {
  const words = values.map((value) =>
    condition === 'powers' || condition === 'posts'
      ? t('read.quoted', { name: name(value) })
      : label(condition, value),
  );
  return words.join(t('read.or'));
}

/** What a selector selects, e.g. “承办受理或审核环节（职权类别：财务）”. */
function selected(words: Words, selector: Selector): string {
  const { t } = words;
  const [first, ...rest] = conditions[selector.kind];
  const main = first && (selector[first] ?? []);
  const what =
    first && main && main.length > 0
      ? t(`read.${selector.kind}`, { what: listed(words, first, main) })
      : t(`read.any.${selector.kind}`);
  const narrowed = rest.flatMap((condition) => {
    const values = selector[condition] ?? [];
    return values.length > 0
      ? [t('read.condition', { of: t(`of.${condition}`), what: listed(words, condition, values) })]
      : [];
  });
  return narrowed.length > 0
    ? t('read.narrowed', { what, conditions: narrowed.join(t('read.semicolon')) })
    : what;
}

function side(words: Words, { join, selectors }: Side): string {
  const { t } = words;
  if (selectors.length === 0) return t('read.nothing');
  const each = selectors.map((selector) => selected(words, selector));
  return each.join(t(join === 'ALL_OF' ? 'read.and' : 'read.either'));
}

/** The rule in a sentence that says who must not do what together, and where. */
export function sentence(
  rule: Pick<RuleValues, 'scope' | 'sameHand' | 'left' | 'right'>,
  words: Words,
): string {
  const { t } = words;
  return t('read.sentence', {
    scope: t(`read.scope.${rule.scope}`),
    hand: t(`read.hand.${rule.sameHand}`),
    left: side(words, rule.left),
    right: side(words, rule.right),
  });
}
