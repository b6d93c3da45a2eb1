import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CloseUnitDialog, CreateUnitDialog, EditUnitDialog, MoveUnitDialog } from './UnitDialogs';
import type { UnitDetail } from '../query';
import './edit.css';

interface Props {
  unit: UnitDetail;
  /** After a change that the tree shows too. */
  onChanged: () => void;
}

/** What the viewer may do with the unit itself. */
export function UnitActions({ unit, onChanged }: Props) {
  const { t } = useTranslation('organisationEdit');
  const [open, setOpen] = useState<'create' | 'edit' | 'move' | 'close' | null>(null);
  if (!unit.allowedActions.includes('EDIT_ORGANISATION') || unit.closedOn) return null;
  const dialog = {
    unit,
    onClose: () => setOpen(null),
    onDone: () => {
      setOpen(null);
      onChanged();
    },
  };
  return (
    <span className="row-actions">
      <Button size="small" onClick={() => setOpen('create')}>
        {t('action.createBelow')}
      </Button>
      <Button size="small" onClick={() => setOpen('edit')}>
        {t('action.edit')}
      </Button>
      <Button size="small" onClick={() => setOpen('move')}>
        {t('action.move')}
      </Button>
      <Button size="small" danger onClick={() => setOpen('close')}>
        {t('action.close')}
      </Button>
      {open === 'create' && <CreateUnitDialog {...dialog} parent={unit} />}
      {open === 'edit' && <EditUnitDialog {...dialog} />}
      {open === 'move' && <MoveUnitDialog {...dialog} />}
      {open === 'close' && <CloseUnitDialog {...dialog} />}
    </span>
  );
}
