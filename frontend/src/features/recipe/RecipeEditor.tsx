import { useState } from 'react';
import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation, type CombinedError } from 'urql';
import { PreviewRecipeQuery, SetRecipeMutation, type InForce, type Preview } from './query';
import { PreviewView } from './PreviewView';
import { greatest, isKnown, recipeNames, usual, type RecipeName } from './recipe';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';
import { isStale } from '@/ui/edit/problems';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Values {
  name: RecipeName;
  bounds: { a: number; b: number };
  reason?: string;
}

interface Props {
  unitId: string;
  inForce: InForce;
  onSaved: () => void;
}

/** Changes the recipe of a unit; what it would change is looked at before it can be saved. */
export function RecipeEditor({ unitId, inForce, onSaved }: Props) {
  const { t } = useTranslation('recipe');
  const client = useClient();
  const notify = useNotify();
  const [form] = Form.useForm<Values>();
  const name = Form.useWatch('name', form);
  const [, save] = useMutation(SetRecipeMutation);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<{ preview: Preview; saved?: { reason: string } } | null>(null);

  const failed = (error: CombinedError) => {
    setProblems(placeProblems(form, problemsOf(error)));
    if (!problemsOf(error).some(isStale)) return;
    // Another rule is in force: what this one changes is to be looked at again. The reason stays.
    setShown(null);
    onSaved();
  };
  const look = async () => {
    const values = await form.validateFields(['name', ['bounds', 'a'], ['bounds', 'b']]).catch(
      () => null, // The fields say what is wrong.
    );
    if (!values) return;
    setBusy(true);
    setProblems([]);
    const { data, error } = await client
      .query(
        PreviewRecipeQuery,
        { input: { unitId, name: values.name, bounds: values.bounds }, after: null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    setBusy(false);
    if (error) failed(error);
    else if (data) setShown({ preview: data.previewRecipe });
  };
  const send = async (values: Values) => {
    setBusy(true);
    setProblems([]);
    const { error } = await save({
      input: {
        unitId,
        expectedVersion: inForce.version,
        name: values.name,
        bounds: values.bounds,
        reason: values.reason ?? '',
      },
    });
    setBusy(false);
    if (error) return failed(error);
    notify.success(t('saved'));
    const reason = values.reason ?? '';
    setShown((now) => now && { ...now, saved: { reason } });
    form.resetFields(['reason']);
    onSaved();
  };

  return (
    <section className="panel">
      <h2>{t('edit')}</h2>
      <p className="hint">{t('editIntro')}</p>
      <ErrorState problems={problems} />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          name: isKnown(inForce.name) ? inForce.name : 'worse-of',
          bounds: { a: inForce.bounds.a, b: inForce.bounds.b },
        }}
        // What was looked at is not what would be saved any more.
        onValuesChange={(changed: Partial<Values>) => {
          if (changed.name) form.setFieldsValue({ bounds: usual[changed.name] });
          if (changed.name || changed.bounds) setShown(null);
        }}
        onFinish={(values) => void send(values)}
      >
        <Form.Item name="name" label={t('field.name')}>
          <Radio.Group>
            {recipeNames.map((one) => (
              <Radio key={one} value={one}>
                {t(`names.${one}`)}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <div className="edit-grid">
          <Form.Item name={['bounds', 'a']} label={t('field.a')} rules={[{ required: true }]}>
            <InputNumber min={3} max={greatest[name ?? 'worse-of']} precision={0} />
          </Form.Item>
          <Form.Item name={['bounds', 'b']} label={t('field.b')} rules={[{ required: true }]}>
            <InputNumber min={2} max={greatest[name ?? 'worse-of'] - 1} precision={0} />
          </Form.Item>
        </div>
        <Button onClick={() => void look()} loading={busy && !shown}>
          {t('preview')}
        </Button>
        {shown && (
          <PreviewView
            key={shown.saved ? 'saved' : 'shown'}
            preview={shown.preview}
            saved={shown.saved}
          />
        )}
        {shown && !shown.saved && (
          <>
            <Form.Item
              name="reason"
              label={t('field.reason')}
              rules={[{ required: true, whitespace: true, message: t('needReason') }]}
            >
              <Input.TextArea rows={3} maxLength={2000} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('save')}
            </Button>
          </>
        )}
      </Form>
    </section>
  );
}
