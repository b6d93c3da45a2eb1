import { useState } from 'react';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { SetClockRuleMutation, type ClockRule } from './query';
import { inputOf, valuesOf, type RuleValues, type Written } from './rule';
import { TryDraft } from './TryDraft';
import { useEnum } from '@/lib/enumLabel';
import { problemsOf, type Problem } from '@/lib/errors';
import { today } from '@/lib/format';
import { placeProblems } from '@/lib/forms';
import { DateInput } from '@/ui/DateInput';
import { isStale } from '@/ui/edit/problems';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';
import { ReasonField } from '@/ui/ReasonField';

interface Values {
  code: string;
  rule: RuleValues;
  reason: string;
}

interface Props {
  unitId: string;
  /** What is set anew; none for a new rule. */
  from?: Written & { code: string };
  /** The newest version of a code that the unit has set, 0 for none. */
  newest: (code: string) => number;
  /** The rule that holds on the unit now. */
  now: (code: string) => ClockRule | undefined;
  onClose: () => void;
  onSaved: () => void;
  /** Somebody else has set the rule meanwhile: what holds is to be read again. What was typed stays. */
  onStale: () => void;
}

/** Problems of a provision are shown at its first field. */
function place(problem: Problem): Problem {
  const field = problem.field?.replace(/(rule\.bases\.\d+)$/, '$1.law');
  return { ...problem, field };
}

/** Writes a rule of the unit's own, or the next version of one; it can be tried before it is saved. */
export function RuleEditor({ unitId, from, newest, now, onClose, onSaved, onStale }: Props) {
  const { t } = useTranslation('clock');
  const [form] = Form.useForm<Values>();
  const notify = useNotify();
  const [, save] = useMutation(SetClockRuleMutation);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState(false);
  const holds = from && now(from.code);

  const show = (found: Problem[]) => setProblems(placeProblems(form, found.map(place)));
  const send = async ({ code, rule, reason }: Values) => {
    setBusy(true);
    setProblems([]);
    const { error } = await save({
      input: { unitId, code, expectedVersion: newest(code), rule: inputOf(rule), reason },
    });
    setBusy(false);
    const found = problemsOf(error);
    if (found.length === 0) {
      notify.success(t('saved'));
      onSaved();
      return;
    }
    const isOld = found.some(isStale);
    setStale(isOld);
    if (isOld) onStale();
    show(found);
  };
  const title = from ? t('editTitle', { name: from.name }) : t('newTitle');
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <ErrorState problems={problems} />
      {holds && (
        <p className={stale ? 'calendar-to-confirm' : 'hint'} role="status">
          {t(stale ? 'nowChanged' : 'now', { version: holds.version, words: holds.words })}
        </p>
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ code: from?.code, rule: valuesOf(from, today()) }}
        onFinish={(values) => void send(values)}
      >
        <RuleFields fixedCode={!!from} />
        <ReasonField />
        <div className="clock-buttons">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('save')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      </Form>
      <TryDraft
        read={() => inputOf(form.getFieldsValue(true).rule as RuleValues)}
        onProblems={show}
      />
    </section>
  );
}

function RuleFields({ fixedCode }: { fixedCode: boolean }) {
  const { t } = useTranslation('clock');
  const units = useEnum('ClockUnit');
  const starts = useEnum('ClockStart');
  const ends = useEnum('ClockEnd');
  const pauses = useEnum('PauseKind');
  type Options = { value: string; label: string }[];
  return (
    <>
      <div className="calendar-form">
        <Form.Item
          name={['rule', 'name']}
          label={t('field.name')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('field.code')}
          extra={t('field.codeHint')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={40} disabled={fixedCode} />
        </Form.Item>
        <Form.Item
          name={['rule', 'number']}
          label={t('field.number')}
          extra={t('field.numberHint')}
        >
          <InputNumber min={1} max={3660} precision={0} />
        </Form.Item>
        <Form.Item
          name={['rule', 'countedIn']}
          label={t('field.countedIn')}
          extra={t('field.countedInHint')}
        >
          <Select allowClear options={units.options as Options} />
        </Form.Item>
        <Form.Item name={['rule', 'start']} label={t('field.start')}>
          <Select options={starts.options as Options} />
        </Form.Item>
        <Form.Item name={['rule', 'end']} label={t('field.end')}>
          <Select options={ends.options as Options} />
        </Form.Item>
        <Form.Item name={['rule', 'extension']} label={t('field.extension')}>
          <InputNumber min={0} max={3660} precision={0} />
        </Form.Item>
        <Form.Item name={['rule', 'pauses']} label={t('field.pauses')}>
          <Select mode="multiple" allowClear options={pauses.options as Options} />
        </Form.Item>
        <Form.Item
          name={['rule', 'from']}
          label={t('field.from')}
          extra={t('field.fromHint')}
          rules={[{ required: true }]}
        >
          <DateInput />
        </Form.Item>
        <Form.Item name={['rule', 'to']} label={t('field.to')} extra={t('field.toHint')}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.List name={['rule', 'bases']}>
        {(rows, { add, remove }) => (
          <fieldset className="calendar-ranges">
            <legend>{t('field.bases')}</legend>
            {rows.map(({ key, name }) => (
              <div key={key} className="clock-basis">
                <Form.Item
                  name={[name, 'law']}
                  rules={[{ required: true, whitespace: true, message: t('needLaw') }]}
                >
                  <Input aria-label={t('field.law')} placeholder={t('field.law')} maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'article']}>
                  <Input
                    aria-label={t('field.article')}
                    placeholder={t('field.article')}
                    maxLength={100}
                  />
                </Form.Item>
                <Form.Item name={[name, 'text']}>
                  <Input
                    aria-label={t('field.text')}
                    placeholder={t('field.text')}
                    maxLength={2000}
                  />
                </Form.Item>
                <Button
                  aria-label={t('removeBasis')}
                  icon={<DeleteOutlined />}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {rows.length < 20 && (
              <Button icon={<PlusOutlined />} onClick={() => add({})}>
                {t('addBasis')}
              </Button>
            )}
          </fieldset>
        )}
      </Form.List>
    </>
  );
}
