import { useTranslation } from 'react-i18next';

export interface AccountName {
  loginName: string;
  personName: string | null;
}

/** Whose an account is; nobody is the operator of the server. */
export function useAccountName() {
  const { t } = useTranslation('grants');
  return (account: AccountName | null): string => {
    if (!account) return t('operator');
    const { loginName, personName } = account;
    return personName ? t('named', { person: personName, login: loginName }) : loginName;
  };
}
