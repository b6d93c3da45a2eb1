import { useRef } from 'react';
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { CreatePostMutation, UpdatePostMutation } from './mutations';
import { newest, type Newest } from './newest';
import type { UnitDialogProps } from './UnitDialogs';
import type { UnitDetail } from '../query';
import { today } from '@/lib/format';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';

export type PostDetail = UnitDetail['posts'][number];

export interface PostDialogProps {
  post: PostDetail;
  onClose: () => void;
  onDone: () => void;
}

interface PostValues {
  name?: string;
  duties?: string;
  keyPost: boolean;
  rotationYears?: number | null;
}

function PostFields() {
  const { t } = useTranslation('organisationEdit');
  return (
    <>
      <Form.Item name="name" label={t('post.name')} rules={[{ required: true, whitespace: true }]}>
        <Input />
      </Form.Item>
      <Form.Item name="duties" label={t('post.duties')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      <Form.Item name="keyPost" valuePropName="checked">
        <Checkbox>{t('post.keyPost')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="rotationYears"
        label={t('post.rotationYears')}
        extra={t('post.rotationHint')}
      >
        <InputNumber<number> min={1} precision={0} />
      </Form.Item>
    </>
  );
}

export function CreatePostDialog({ unit, onClose, onDone }: UnitDialogProps) {
  const { t } = useTranslation('organisationEdit');
  const answer = useAnswer(onDone);
  const [, create] = useMutation(CreatePostMutation);
  return (
    <EditDialog<PostValues>
      title={t('post.create', { name: unit.name })}
      start={{ name: undefined, duties: undefined, keyPost: false, rotationYears: undefined }}
      onClose={onClose}
      send={async ({ name = '', duties = '', keyPost, rotationYears }) =>
        answer(
          await create({
            input: { unitId: unit.id, name, duties, keyPost, rotationYears: rotationYears ?? null },
          }),
          t('post.created', { name }),
        )
      }
    >
      <PostFields />
    </EditDialog>
  );
}

const postValues = (post: PostDetail | Newest<'Post'>): PostValues => ({
  name: post.name,
  duties: post.duties,
  keyPost: post.keyPost,
  rotationYears: post.rotationYears,
});

export function EditPostDialog({ post, onClose, onDone }: PostDialogProps) {
  const { t } = useTranslation('organisationEdit');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, update] = useMutation(UpdatePostMutation);
  return (
    <EditDialog<PostValues>
      title={t('post.edit', { name: post.name })}
      start={postValues(post)}
      version={post.version}
      onClose={onClose}
      send={async ({ name = '', duties = '', keyPost, rotationYears }, expectedVersion) =>
        answer(
          await update({
            input: {
              id: post.id,
              expectedVersion,
              name,
              duties,
              keyPost,
              rotationYears: rotationYears ?? null,
              closedOn: post.closedOn,
            },
          }),
          t('saved'),
        )
      }
      fresh={async () => {
        const now = await newest(client, 'Post', post.id);
        return now && { start: postValues(now), version: now.version };
      }}
    >
      <PostFields />
    </EditDialog>
  );
}

interface CloseValues {
  closedOn?: string;
}

export function ClosePostDialog({ post, onClose, onDone }: PostDialogProps) {
  const { t } = useTranslation('organisationEdit');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, update] = useMutation(UpdatePostMutation);
  // An update names every field; what is not asked for here is sent as it was last read.
  const rest = useRef<PostDetail | Newest<'Post'>>(post);
  return (
    <EditDialog<CloseValues>
      title={t('post.close', { name: post.name })}
      intro={t('post.closeFollows')}
      start={{ closedOn: today() }}
      version={post.version}
      submitLabel={t('action.close')}
      danger
      onClose={onClose}
      send={async ({ closedOn }, expectedVersion) => {
        const { id, name, duties, keyPost, rotationYears } = rest.current;
        return answer(
          await update({
            input: { id, expectedVersion, name, duties, keyPost, rotationYears, closedOn },
          }),
          t('post.closed', { name }),
        );
      }}
      fresh={async () => {
        const now = await newest(client, 'Post', post.id);
        if (!now) return null;
        rest.current = now;
        return { start: { closedOn: today() }, version: now.version };
      }}
    >
      <Form.Item name="closedOn" label={t('post.closeOn')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
    </EditDialog>
  );
}
