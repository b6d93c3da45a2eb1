import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  AppointDialog,
  AssignPortfolioDialog,
  EndPortfolioDialog,
  RelieveDialog,
} from './OfficeDialogs';
import { AddPersonDialog, EditPersonDialog, EraseTextsDialog } from './PersonDialogs';
import { ClosePostDialog, CreatePostDialog, EditPostDialog, type PostDetail } from './PostDialogs';
import { CreateUnitDialog } from './UnitDialogs';
import type { PersonItem, UnitDetail } from '../query';
import './edit.css';
import { can, useViewer } from '@/lib/viewer';

interface Common {
  unit: UnitDetail;
  onChanged: () => void;
}

interface Frame {
  onClose: () => void;
  onDone: () => void;
}

interface Entry {
  label: string;
  /** Names the object too, for those who hear the buttons one by one. */
  title?: string;
  danger?: boolean;
  dialog: (frame: Frame) => ReactNode;
}

/** Buttons that each open a dialog. */
function Buttons({ entries, onChanged }: { entries: Entry[]; onChanged: () => void }) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <span className="row-actions">
      {entries.map((entry, i) => (
        <Button
          key={entry.label}
          size="small"
          danger={entry.danger}
          aria-label={entry.title && `${entry.label} ${entry.title}`}
          onClick={() => setOpen(i)}
        >
          {entry.label}
        </Button>
      ))}
      {open !== null &&
        entries[open]?.dialog({
          onClose: () => setOpen(null),
          onDone: () => {
            setOpen(null);
            onChanged();
          },
        })}
    </span>
  );
}

export function mayEditPosts(unit: UnitDetail): boolean {
  return unit.allowedActions.includes('EDIT_ORGANISATION');
}

export function mayEditPeople(unit: UnitDetail): boolean {
  return unit.allowedActions.includes('EDIT_PEOPLE');
}

/** Only those who keep the whole system may add a unit at its top; the server decides. */
export function AddTopUnit({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation('organisationEdit');
  const viewer = useViewer();
  const whole = viewer.roles.some((role) => role.unit === null);
  if (!whole || !can(viewer, 'EDIT_ORGANISATION')) return null;
  return (
    <Buttons
      onChanged={onChanged}
      entries={[
        {
          label: t('action.createTop'),
          dialog: (frame) => <CreateUnitDialog parent={null} {...frame} />,
        },
      ]}
    />
  );
}

export function AddPost({ unit, onChanged }: Common) {
  const { t } = useTranslation('organisationEdit');
  if (!mayEditPosts(unit) || unit.closedOn) return null;
  return (
    <Buttons
      onChanged={onChanged}
      entries={[
        {
          label: t('action.createPost'),
          dialog: (frame) => <CreatePostDialog unit={unit} {...frame} />,
        },
      ]}
    />
  );
}

export function PostActions({ unit, post, onChanged }: Common & { post: PostDetail }) {
  const { t } = useTranslation('organisationEdit');
  const open = post.appointments.some((appointment) => appointment.to === null);
  const entries: Entry[] = [];
  if (mayEditPeople(unit)) {
    entries.push({
      label: t('action.appoint'),
      dialog: (frame) => <AppointDialog post={post} {...frame} />,
    });
    if (open) {
      entries.push({
        label: t('action.relieve'),
        dialog: (frame) => <RelieveDialog post={post} {...frame} />,
      });
    }
  }
  if (mayEditPosts(unit)) {
    entries.push(
      {
        label: t('action.edit'),
        dialog: (frame) => <EditPostDialog post={post} {...frame} />,
      },
      {
        label: t('action.close'),
        danger: true,
        dialog: (frame) => <ClosePostDialog post={post} {...frame} />,
      },
    );
  }
  return (
    <Buttons
      onChanged={onChanged}
      entries={entries.map((entry) => ({ ...entry, title: post.name }))}
    />
  );
}

export function AssignPortfolio({ unit, onChanged }: Common) {
  const { t } = useTranslation('organisationEdit');
  if (!mayEditPeople(unit) || unit.closedOn) return null;
  return (
    <Buttons
      onChanged={onChanged}
      entries={[
        {
          label: t('action.assign'),
          dialog: (frame) => <AssignPortfolioDialog unit={unit} {...frame} />,
        },
      ]}
    />
  );
}

interface PortfolioProps {
  portfolio: UnitDetail['portfolios'][number];
  onChanged: () => void;
}

export function PortfolioActions({ portfolio, onChanged }: PortfolioProps) {
  const { t } = useTranslation('organisationEdit');
  return (
    <Buttons
      onChanged={onChanged}
      entries={[
        {
          label: t('action.end'),
          title: portfolio.person?.name,
          danger: true,
          dialog: (frame) => <EndPortfolioDialog portfolio={portfolio} {...frame} />,
        },
      ]}
    />
  );
}

export function AddPerson({ unit, onChanged }: Common) {
  const { t } = useTranslation('organisationEdit');
  if (!mayEditPeople(unit) || unit.closedOn) return null;
  return (
    <Buttons
      onChanged={onChanged}
      entries={[
        {
          label: t('action.addPerson'),
          dialog: (frame) => <AddPersonDialog unit={unit} {...frame} />,
        },
      ]}
    />
  );
}

interface PersonActionsProps {
  person: PersonItem;
  /** Whether the viewer keeps the people of the unit shown. */
  mayEdit: boolean;
  onChanged: () => void;
}

export function PersonActions({ person, mayEdit, onChanged }: PersonActionsProps) {
  const { t } = useTranslation('organisationEdit');
  const viewer = useViewer();
  const entries: Entry[] = [];
  if (mayEdit) {
    entries.push(
      {
        label: t('action.edit'),
        dialog: (frame) => <EditPersonDialog person={person} {...frame} />,
      },
      {
        label: t('action.appoint'),
        dialog: (frame) => <AppointDialog person={person} {...frame} />,
      },
    );
  }
  if (can(viewer, 'ERASE_TEXTS')) {
    entries.push({
      label: t('action.erase'),
      danger: true,
      dialog: (frame) => <EraseTextsDialog person={person} {...frame} />,
    });
  }
  return (
    <Buttons
      onChanged={onChanged}
      entries={entries.map((entry) => ({ ...entry, title: person.name }))}
    />
  );
}
