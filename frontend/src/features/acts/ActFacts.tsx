import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Act } from './query';
import { useAccountName } from '@/features/grants/door';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { Facts } from '@/ui/Facts';

const known = [
  'represented',
  'person',
  'login',
  'unit',
  'role',
  'kind',
  'post',
  'deputy',
  'from',
  'to',
  'issuer',
  'subject',
  'title',
  'grade',
  'ground',
  'rule',
  'measure',
  'until',
  'parent',
  'file',
  'rows',
  'offices',
] as const;
type Word = (typeof known)[number];

/** What an act says of itself, by name, in the order in which it is read. */
export function useWords() {
  const { t } = useTranslation('acts');
  const role = useEnum('Role');
  const portfolio = useEnum('PortfolioKind');
  const ground = useEnum('RetireGround');
  const read: Partial<Record<Word, (value: string) => string>> = {
    role: (value) => role.label(value as Parameters<typeof role.label>[0]),
    ground: (value) => ground.label(value as Parameters<typeof ground.label>[0]),
    kind: (value) => portfolio.label(value as Parameters<typeof portfolio.label>[0]),
  };
  return (act: Act): [string, string][] => {
    const value = (name: Word) => act.words.find((each) => each.name === name)?.value ?? '';
    return known.flatMap((name): [string, string][] => {
      if (value(name) === '') return [];
      // Who gains by a delegation is the deputy.
      const label = name === 'person' && value('represented') !== '' ? 'deputy' : name;
      return [[t(`word.${label}`), read[name]?.(value(name)) ?? value(name)]];
    });
  };
}

/** Whom or what an act concerns, in a few words. */
export function useSubject() {
  const words = useWords();
  return (act: Act) => {
    // Of two people it says who lends their signature and who gets it.
    const two = act.words.some(({ name, value }) => name === 'represented' && value !== '');
    return words(act)
      .slice(0, 4)
      .map(([label, value], i) => (two && i < 2 ? `${label} ${value}` : value))
      .join(' · ');
  };
}

/** An act in full, before somebody decides about it. */
export function ActFacts({ act }: { act: Act }) {
  const { t } = useTranslation('acts');
  const kind = useEnum('ActKind');
  const words = useWords();
  const name = useAccountName();
  return (
    <Facts
      items={[
        [t('field.kind'), kind.label(act.kind)],
        ...words(act),
        ...(act.riskPointId
          ? [
              [
                t('field.risk'),
                <Link key="risk" to={`/risks/${act.riskPointId}`}>
                  {t('field.openRisk')}
                </Link>,
              ] as [string, ReactNode],
            ]
          : []),
        ...(act.conflictId
          ? [
              [
                t('field.conflict'),
                <Link
                  key="conflict"
                  to={act.unit ? `/conflicts?unit=${act.unit.id}` : '/conflicts'}
                >
                  {t('field.openConflict')}
                </Link>,
              ] as [string, ReactNode],
            ]
          : []),
        [t('field.reason'), act.reason || '—'],
        [t('field.begunBy'), `${name(act.begunBy)} ${formatTime(act.begunAt)}`],
        act.takesEffectAt
          ? [t('field.effect'), formatTime(act.takesEffectAt)]
          : [t('field.good'), formatTime(act.until)],
      ]}
    />
  );
}
