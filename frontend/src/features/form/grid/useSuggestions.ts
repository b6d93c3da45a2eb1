import { createContext, use, useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { narrowed, suggests, tokenOf, type Suggestion } from './suggest';
import type { GridColumn } from './column';
import { graphql } from '@/gql';
import { useDebounced } from '@/lib/useDebounced';

const PostsQuery = graphql(`
  query FormPostSuggestions($filter: PostFilter) {
    posts(filter: $filter, first: 20) {
      nodes {
        id
        name
      }
    }
  }
`);

const PeopleQuery = graphql(`
  query FormPeopleSuggestions($filter: PersonFilter) {
    people(filter: $filter, first: 20) {
      nodes {
        id
        name
        staffNumber
        jobTitle
        unit {
          id
          name
        }
      }
    }
  }
`);

const PowersQuery = graphql(`
  query FormPowerSuggestions($filter: PowerFilter) {
    powers(filter: $filter, first: 20) {
      nodes {
        id
        code
        name
      }
    }
  }
`);

const RisksQuery = graphql(`
  query FormRiskSuggestions($filter: RiskFilter) {
    riskPoints(filter: $filter, first: 20) {
      nodes {
        id
        title
        grade
      }
    }
  }
`);

/** Where suggestions come from. */
export interface SuggestionSource {
  unitId: string | undefined;
  /** Titles of risk points that stand in the form itself, also those not in the register yet. */
  ownRisks: () => string[];
}

export const SuggestionSourceContext = createContext<SuggestionSource>({
  unitId: undefined,
  ownRisks: () => [],
});

type Ask = (client: Client, source: SuggestionSource, text: string) => Promise<Suggestion[]>;

const askPosts: Ask = async (client, { unitId }, text) => {
  const filter = { unitId, text: text || undefined };
  const { data } = await client.query(PostsQuery, { filter }).toPromise();
  return distinct((data?.posts.nodes ?? []).map(({ name }) => ({ text: name })));
};

const askPeople: Ask = async (client, { unitId }, text) => {
  // Leaders stand on other units: what is typed is looked for everywhere.
  const filter = text ? { text } : { unitId };
  const { data } = await client.query(PeopleQuery, { filter }).toPromise();
  const people = data?.people.nodes ?? [];
  const own = people.filter(({ unit }) => unit?.id === unitId);
  const others = people.filter(({ unit }) => unit?.id !== unitId);
  return [...own, ...others].map(({ name, staffNumber, jobTitle, unit }) => {
    const shared = people.filter((person) => person.name === name).length > 1;
    return {
      text: shared && staffNumber ? `${name}(${staffNumber})` : name,
      hint: [unit?.name, jobTitle].filter(Boolean).join(' '),
    };
  });
};

const askPowers: Ask = async (client, { unitId }, text) => {
  const filter = { unitId, text: text.split('/')[0] || undefined };
  const { data } = await client.query(PowersQuery, { filter }).toPromise();
  return (data?.powers.nodes ?? []).map(({ code, name }) => ({ text: name, hint: code }));
};

const askRisks: Ask = async (client, { unitId, ownRisks }, text) => {
  const filter = { unitId, text: text || undefined };
  const { data } = await client.query(RisksQuery, { filter }).toPromise();
  const own = narrowed(
    ownRisks().map((title) => ({ text: title })),
    text,
  );
  const others = (data?.riskPoints.nodes ?? []).map(({ title, grade }) => ({
    text: title,
    hint: grade ?? undefined,
  }));
  return distinct([...own, ...others]);
};

const asks: Partial<Record<GridColumn['input'], Ask>> = {
  POST: askPosts,
  POSTS: askPosts,
  PERSON: askPeople,
  PERSONS: askPeople,
  POWER: askPowers,
  RISKS: askRisks,
};

function distinct(suggestions: Suggestion[]): Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** What to offer for what is typed; what was once offered counts as a whole name afterwards. */
export function useSuggestions(column: GridColumn, text: string, open: boolean) {
  const client = useClient();
  const source = use(SuggestionSourceContext);
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set(column.options));
  const [found, setFound] = useState<Suggestion[]>([]);
  const picked = (token: string) => known.has(token);
  const token = tokenOf(column.input, text, picked);
  const settled = useDebounced(token, 150);
  const ask = asks[column.input];

  useEffect(() => {
    if (!open || !ask) return;
    let current = true;
    ask(client, source, settled).then(
      (suggestions) => {
        if (!current) return;
        setFound(suggestions);
        setKnown((before) => new Set([...before, ...suggestions.map((s) => s.text)]));
      },
      () => undefined, // Nothing is offered; anything may be typed.
    );
    return () => {
      current = false;
    };
  }, [open, ask, client, source, settled]);

  if (!open || !suggests(column.input)) return { suggestions: [], picked };
  if (ask) return { suggestions: found, picked };
  const options = column.options.map((option) => ({ text: option }));
  // A choice that was made is no question: all of them are offered to change it.
  const asked = column.input === 'CHOICE' && picked(token) ? '' : token;
  return { suggestions: narrowed(options, asked), picked };
}
