import { useState } from 'react';
import { Button, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Clash } from '../draft/merge';
import { columnsOf, isTyped, refKey, textAt } from '../draft/sheet';
import type { Layout } from '../query';

interface Props {
  layout: Layout;
  clashes: readonly Clash[];
  /** Rows named are taken as the other saved them. */
  onChoose: (theirs: ReadonlySet<string>) => void;
}

/** Rows that somebody else changed at the same time: which of the two is meant. */
export function ClashDialog({ layout, clashes, onChoose }: Props) {
  const { t } = useTranslation('form');
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const set = (refs: string[], chosen: boolean) =>
    setTheirs((before) => {
      const next = new Set(before);
      for (const ref of refs) {
        if (chosen) next.add(ref);
        else next.delete(ref);
      }
      return next;
    });
  const all = clashes.map(refKey);
  return (
    <Modal
      open
      width={860}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={t('clash.title', { count: clashes.length })}
      footer={[
        <Button key="mine" onClick={() => set(all, false)}>
          {t('clash.allMine')}
        </Button>,
        <Button key="theirs" onClick={() => set(all, true)}>
          {t('clash.allTheirs')}
        </Button>,
        <Button key="ok" type="primary" onClick={() => onChoose(theirs)}>
          {t('clash.ok')}
        </Button>,
      ]}
    >
      <p className="hint">{t('clash.text')}</p>
      {clashes.map((clash) => {
        const ref = refKey(clash);
        return (
          <section key={ref} className="clash">
            <h3>{nameOf(layout, clash) || t('clash.row')}</h3>
            <Radio.Group
              aria-label={t('clash.which')}
              value={theirs.has(ref) ? 'theirs' : 'mine'}
              onChange={({ target }) => set([ref], target.value === 'theirs')}
              options={[
                { value: 'mine', label: t('clash.mine') },
                { value: 'theirs', label: t('clash.theirs') },
              ]}
            />
            <Differences layout={layout} clash={clash} />
          </section>
        );
      })}
    </Modal>
  );
}

/** The columns of a clash; where it is of no section, of the cells that stand once. */
function columnsIn(layout: Layout, section: string) {
  return section === '' ? layout.fields : columnsOf(layout, section);
}

function nameOf(layout: Layout, { section, mine, theirs, columns: both }: Clash): string {
  if (section === '') return both.map((place) => layout.fields[place]?.title).join('、');
  const row = theirs ?? mine;
  const columns = columnsOf(layout, section);
  const place = Math.max(
    0,
    columns.findIndex(({ code }) => ['name', 'title', 'content'].includes(code)),
  );
  return row?.cells[place] || '';
}

function Differences({ layout, clash }: { layout: Layout; clash: Clash }) {
  const { t } = useTranslation('form');
  const { mine, theirs } = clash;
  if (!mine || !theirs) {
    return <p className="hint">{t(mine ? 'clash.goneThere' : 'clash.goneHere')}</p>;
  }
  const columns = [
    ...columnsIn(layout, clash.section).map((column) => ({
      title: column.title,
      typed: isTyped(column),
    })),
    { title: t('grid.note'), typed: true },
  ];
  const different = columns.flatMap(({ title, typed }, i) =>
    typed && textAt(mine, i) !== textAt(theirs, i)
      ? [{ title, own: textAt(mine, i), other: textAt(theirs, i) }]
      : [],
  );
  return (
    <>
      {mine.removed !== theirs.removed && (
        <p className="hint">{t(mine.removed ? 'clash.removedHere' : 'clash.removedThere')}</p>
      )}
      {different.length > 0 && (
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t('clash.column')}</th>
              <th scope="col">{t('clash.mine')}</th>
              <th scope="col">{t('clash.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {different.map(({ title, own, other }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td className="prose">{own || t('clash.nothing')}</td>
                <td className="prose">{other || t('clash.nothing')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
