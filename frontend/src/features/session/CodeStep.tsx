import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { SignOutButton } from './SignOutButton';
import { graphql } from '@/gql';
import { useSession } from '@/lib/viewer';
import { CodeField } from '@/ui/CodeField';
import { StepForm } from '@/ui/StepForm';

// The viewer is not asked for: the answer would have the page drawn again before `refresh` does.
const SubmitSecondFactorMutation = graphql(`
  mutation SubmitSecondFactor($input: SubmitSecondFactorInput!) {
    submitSecondFactor(input: $input) {
      __typename
    }
  }
`);

/** The second step: a code of the app, or one of those kept for when the app is lost. */
export function CodeStep({ loginName }: { loginName: string }) {
  const { t } = useTranslation('session');
  const [kind, setKind] = useState<'app' | 'recovery'>('app');
  const [, submit] = useMutation(SubmitSecondFactorMutation);
  const { refresh } = useSession();
  return (
    <>
      <p className="hint">{t('code.intro', { name: loginName })}</p>
      <StepForm<{ code: string }>
        // Another kind of code is another field.
        key={kind}
        submitLabel={t('signIn.submit')}
        send={async ({ code }) => {
          const { error } = await submit({ input: { code: code.trim() } });
          if (!error) refresh();
          return error;
        }}
        more={<SignOutButton />}
      >
        <CodeField kind={kind} autoFocus />
      </StepForm>
      <p className="other-way">
        <Button
          type="link"
          className="link-inline"
          onClick={() => setKind(kind === 'app' ? 'recovery' : 'app')}
        >
          {t(kind === 'app' ? 'code.useRecovery' : 'code.useApp')}
        </Button>
      </p>
    </>
  );
}
