import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { CreateTokenDialog } from './CreateTokenDialog';
import { RevokeTokenMutation } from './mutations';
import { SecretDialog } from './SecretDialog';
import { tokenState } from './tokens';
import type { TokenItem } from '../query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';

interface Props {
  tokens: TokenItem[];
  onChanged: () => void;
}

type Open =
  | { kind: 'create' }
  | { kind: 'secret'; name: string; secret: string }
  | { kind: 'revoke'; token: TokenItem };

/** Tokens with which programs read in one's own name, or report. */
export function TokensPanel({ tokens, onChanged }: Props) {
  const { t } = useTranslation('security');
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <section className="panel security-panel" aria-labelledby="tokens-title">
      <div className="panel-head">
        <h2 id="tokens-title">{t('tokens.title')}</h2>
        <Button onClick={() => setOpen({ kind: 'create' })}>{t('tokens.new')}</Button>
      </div>
      <p className="hint">{t('tokens.what')}</p>
      {tokens.length > 0 && (
        <TokenTable tokens={tokens} onRevoke={(token) => setOpen({ kind: 'revoke', token })} />
      )}
      {open?.kind === 'create' && (
        <CreateTokenDialog
          onClose={close}
          onDone={(made) => {
            setOpen({ kind: 'secret', ...made });
            onChanged();
          }}
        />
      )}
      {open?.kind === 'secret' && (
        <SecretDialog name={open.name} secret={open.secret} onClose={close} />
      )}
      {open?.kind === 'revoke' && (
        <RevokeDialog
          token={open.token}
          onClose={close}
          onDone={() => {
            close();
            onChanged();
          }}
        />
      )}
    </section>
  );
}

const tags = { active: 'tag tag-good', expired: 'tag', revoked: 'tag' };

interface TableProps {
  tokens: TokenItem[];
  onRevoke: (token: TokenItem) => void;
}

function TokenTable({ tokens, onRevoke }: TableProps) {
  const { t } = useTranslation('security');
  const scope = useEnum('TokenScope');
  return (
    <div className="table-scroll">
      <table className="grid-table security-table">
        <caption className="visually-hidden">{t('tokens.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('tokens.name')}</th>
            <th scope="col">{t('tokens.scopes')}</th>
            <th scope="col">{t('tokens.unit')}</th>
            <th scope="col">{t('tokens.expiresAt')}</th>
            <th scope="col">{t('tokens.lastUsedAt')}</th>
            <th scope="col">{t('tokens.state')}</th>
            <th scope="col">{t('actions')}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => {
            const state = tokenState(token);
            return (
              <tr key={token.id}>
                <th scope="row">{token.name}</th>
                <td>
                  <ul className="scope-list">
                    {token.scopes.map((name) => (
                      <li key={name}>{scope.label(name)}</li>
                    ))}
                  </ul>
                </td>
                <td>{token.unit?.name ?? t('tokens.everywhere')}</td>
                <td className="nowrap">{formatTime(token.expiresAt)}</td>
                <td className="nowrap">
                  {token.lastUsedAt ? formatTime(token.lastUsedAt) : t('tokens.never')}
                </td>
                <td className="nowrap">
                  <span className={tags[state]}>{t(`tokens.${state}`)}</span>
                </td>
                <td>
                  {token.active && (
                    <Button
                      size="small"
                      danger
                      aria-label={`${t('revoke.action')} ${token.name}`}
                      onClick={() => onRevoke(token)}
                    >
                      {t('revoke.action')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface RevokeProps {
  token: TokenItem;
  onClose: () => void;
  onDone: () => void;
}

function RevokeDialog({ token, onClose, onDone }: RevokeProps) {
  const { t } = useTranslation('security');
  const answer = useAnswer(onDone);
  const [, revoke] = useMutation(RevokeTokenMutation);
  return (
    <EditDialog<object>
      title={t('revoke.title', { name: token.name })}
      intro={t('revoke.follows')}
      start={{}}
      submitLabel={t('revoke.action')}
      danger
      onClose={onClose}
      send={async () =>
        answer(
          await revoke({ input: { tokenId: token.id } }),
          t('revoke.done', { name: token.name }),
        )
      }
    >
      {null}
    </EditDialog>
  );
}
