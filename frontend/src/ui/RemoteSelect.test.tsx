import { useState } from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RemoteSelect } from './RemoteSelect';

const people = ['于恺', '任静'].map((label, i) => ({ value: `p${i}`, label }));

function Members() {
  const [value, setValue] = useState<string[]>([]);
  return (
    <RemoteSelect
      multiple
      aria-label="成员"
      value={value}
      onChange={setValue}
      search={(text) => Promise.resolve(people.filter((p) => p.label.includes(text)))}
      resolve={() => Promise.resolve([])}
    />
  );
}

describe('RemoteSelect', () => {
  it('looks for the next one with an empty text once one is chosen', async () => {
    render(<Members />);
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: '成员' });
    for (const { label } of people) {
      fireEvent.mouseDown(field);
      fireEvent.change(field, { target: { value: label } });
      expect(field.value).toBe(label);
      fireEvent.click(await screen.findByTitle(label));
      expect(field.value).toBe('');
    }
    expect(document.querySelectorAll('.ant-select-selection-item')).toHaveLength(2);
  });
});
