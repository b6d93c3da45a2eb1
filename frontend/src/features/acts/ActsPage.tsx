import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import {
  ConfirmActDialog,
  ConfirmAllDialog,
  DeclineActDialog,
  WithdrawActDialog,
} from './ActDialogs';
import { ActTable, type Open } from './ActTable';
import { ActsQuery, type Act } from './query';
import './acts.css';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

/** Acts of power that wait for a second person, and what became of one's own. */
export function Component() {
  const { t } = useTranslation('acts');
  const [open, setOpen] = useState<Open | { kind: 'all'; acts: Act[] } | null>(null);
  const [result, reload] = useQuery({ query: ActsQuery, requestPolicy: 'cache-and-network' });
  const again = () => reload({ requestPolicy: 'network-only' });
  const frame = {
    onClose: () => setOpen(null),
    onDone: () => {
      setOpen(null);
      again();
    },
  };
  return (
    <>
      <PageHeader title={t('title')} />
      <Query result={result} onRetry={again} rows={4}>
        {({ actsToConfirm, myActs, startUp }) => (
          <>
            {startUp && (
              <section className="panel" aria-labelledby="acts-start-up">
                <h2 id="acts-start-up">{t('startUp.title')}</h2>
                <p className="hint">{t('startUp.intro')}</p>
                {startUp.acts.some(({ mayConfirm }) => mayConfirm) && (
                  <p>
                    <Button
                      type="primary"
                      onClick={() =>
                        setOpen({
                          kind: 'all',
                          acts: startUp.acts.filter(({ mayConfirm }) => mayConfirm),
                        })
                      }
                    >
                      {t('startUp.confirm')}
                    </Button>
                  </p>
                )}
                <ActTable
                  caption={t('startUp.title')}
                  none={t('none')}
                  acts={startUp.acts}
                  onOpen={setOpen}
                />
              </section>
            )}
            {!startUp && (
              <section className="panel" aria-labelledby="acts-waiting">
                <h2 id="acts-waiting">{t('waiting')}</h2>
                <p className="hint">{t('intro')}</p>
                <ActTable
                  caption={t('waiting')}
                  none={t('none')}
                  acts={actsToConfirm.acts}
                  onOpen={setOpen}
                />
                {actsToConfirm.more && <p className="hint">{t('more')}</p>}
              </section>
            )}
            <section className="panel" aria-labelledby="acts-own">
              <h2 id="acts-own">{t('own')}</h2>
              <ActTable
                caption={t('own')}
                none={t('noneOwn')}
                acts={myActs.nodes.filter(({ id }) => !startUp?.acts.some((act) => act.id === id))}
                onOpen={setOpen}
              />
            </section>
          </>
        )}
      </Query>
      {open?.kind === 'all' && <ConfirmAllDialog acts={open.acts} {...frame} />}
      {open?.kind === 'confirm' && <ConfirmActDialog act={open.act} {...frame} />}
      {open?.kind === 'decline' && <DeclineActDialog act={open.act} {...frame} />}
      {open?.kind === 'withdraw' && <WithdrawActDialog act={open.act} {...frame} />}
    </>
  );
}
