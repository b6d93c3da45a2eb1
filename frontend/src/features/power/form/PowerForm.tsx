import { LegalBasesField } from './LegalBasesField';
import { usePowerSections } from './usePowerSections';
import './form.css';
import { FormSections } from '@/ui/edit/FormSections';

/** The fields of form 1 that a power has. */
export function PowerForm({ unitFixed }: { unitFixed?: boolean }) {
  const { before, after } = usePowerSections({ unitFixed });
  return (
    <>
      <FormSections sections={before} />
      <LegalBasesField />
      <FormSections sections={after} />
    </>
  );
}
