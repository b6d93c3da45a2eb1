import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useClient, useMutation, useQuery, type TypedDocumentNode } from 'urql';
import { PageForm } from './PageForm';
import type { EditOptions } from './useEditForm';
import { NotFound } from '@/ui/NotFound';
import { useNotify } from '@/ui/notify';
import { PageHeader, type Crumb } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

interface Versioned {
  id: string;
  version: number;
}

/** The revising of one kind of thing, as data. */
export interface Revision<T extends Versioned, D, V extends object, M, I extends object> {
  /** Reads the thing by its id; also to catch up with what somebody else saved. */
  query: TypedDocumentNode<D, { id: string }>;
  /** The thing in the answer, where the viewer may revise it. */
  find: (data: D) => T | null;
  /** What the fields hold at the beginning. */
  values: (thing: T) => V;
  mutation: TypedDocumentNode<M, { input: I }>;
  input: (values: V, version: number, thing: T) => I;
}

/** Says what a revision is made of, for TypeScript to find the types of its parts. */
export function revision<T extends Versioned, D, V extends object, M, I extends object>(
  parts: Revision<T, D, V, M, I>,
): Revision<T, D, V, M, I> {
  return parts;
}

interface PageProps<T extends Versioned, D, V extends object, M, I extends object> {
  revision: Revision<T, D, V, M, I>;
  title: string;
  crumbs: (thing: T) => Crumb[];
  /** The page of the thing, to go back to. */
  path: (thing: T) => string;
  /** Said once it is saved. */
  saved: string;
  fieldOf?: EditOptions<V>['fieldOf'];
  children: (thing: T) => ReactNode;
}

/** The page on which something is revised: what it is, the form, and the way back. */
export function EditPage<T extends Versioned, D, V extends object, M, I extends object>(
  props: PageProps<T, D, V, M, I>,
) {
  const { query, find } = props.revision;
  const { id = '' } = useParams();
  const [result, reload] = useQuery({
    query,
    variables: { id },
    // What is edited must be what the server holds now.
    requestPolicy: 'network-only',
  });
  return (
    <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })}>
      {(data) => {
        const thing = find(data);
        return thing ? <Revise key={thing.id} {...props} thing={thing} /> : <NotFound />;
      }}
    </Query>
  );
}

function Revise<T extends Versioned, D, V extends object, M, I extends object>(
  props: PageProps<T, D, V, M, I> & { thing: T },
) {
  const { revision, thing, title, crumbs, saved, fieldOf, children } = props;
  const { query, find, values, mutation, input } = revision;
  const client = useClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const [, revise] = useMutation<M, { input: I }>(mutation);
  const path = props.path(thing);

  const send = async (typed: V, version: number) => {
    const { error } = await revise({ input: input(typed, version, thing) });
    if (error) return { error };
    return {
      done: () => {
        notify.success(saved);
        void navigate(path, { replace: true });
      },
    };
  };

  const fresh = async () => {
    const { data } = await client
      .query(query, { id: thing.id }, { requestPolicy: 'network-only' })
      .toPromise();
    const newest = data && find(data);
    return newest ? { start: values(newest), version: newest.version } : null;
  };

  return (
    <>
      <PageHeader title={title} crumbs={crumbs(thing)} />
      <PageForm<V>
        start={values(thing)}
        version={thing.version}
        send={send}
        fresh={fresh}
        fieldOf={fieldOf}
        onCancel={() => void navigate(path)}
      >
        {children(thing)}
      </PageForm>
    </>
  );
}
