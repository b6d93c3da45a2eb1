import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, type TypedDocumentNode } from 'urql';
import { PageForm } from './PageForm';
import type { EditOptions } from './useEditForm';
import { Loading } from '@/ui/Loading';
import { useNotify } from '@/ui/notify';
import { PageHeader, type Crumb } from '@/ui/PageHeader';

interface Props<V extends object, M, I extends object> {
  title: string;
  crumbs: Crumb[];
  /** What the fields hold at the beginning; missing while it is being read. */
  start: V | undefined;
  mutation: TypedDocumentNode<M, { input: I }>;
  input: (values: V) => I;
  /** What is said of the answer, and the page to go to. */
  recorded: (data: M | undefined) => { said: string; path: string };
  submitLabel?: string;
  /** Where cancelling leads; where one came from, if it is not given. */
  back?: string;
  fieldOf?: EditOptions<V>['fieldOf'];
  children: ReactNode;
}

/** The page on which something new is recorded. */
export function NewPage<V extends object, M, I extends object>(props: Props<V, M, I>) {
  const { title, crumbs, start, mutation, input, recorded, back, children, ...form } = props;
  const navigate = useNavigate();
  const notify = useNotify();
  const [, record] = useMutation<M, { input: I }>(mutation);

  const send = async (values: V) => {
    const { data, error } = await record({ input: input(values) });
    if (error) return { error };
    const { said, path } = recorded(data);
    return {
      done: () => {
        notify.success(said);
        void navigate(path, { replace: true });
      },
    };
  };

  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      {start ? (
        <PageForm<V>
          {...form}
          start={start}
          send={send}
          onCancel={() => void (back ? navigate(back) : navigate(-1))}
        >
          {children}
        </PageForm>
      ) : (
        <Loading />
      )}
    </>
  );
}
