import { Input } from 'antd';
import dayjs from 'dayjs';

interface Props {
  /** Given by Form.Item. */
  id?: string;
  value?: string | null;
  onChange?: (time: string | undefined) => void;
  disabled?: boolean;
}

/** A moment in the reader's time zone, to the minute, as the API writes it. */
export function TimeInput({ value, onChange, ...rest }: Props) {
  return (
    <Input
      {...rest}
      type="datetime-local"
      className="date-input proceeding-time"
      value={value ? dayjs(value).format('YYYY-MM-DDTHH:mm') : ''}
      onChange={(event) => {
        const next = event.target.value;
        // Years are typed digit by digit: 0002 is on the way to 2026.
        if (next === '' || next >= '1000') onChange?.(next ? dayjs(next).toISOString() : undefined);
      }}
    />
  );
}

/** The present minute, as a form begins with it. */
export function thisMinute(now = new Date()): string {
  return dayjs(now).startOf('minute').toISOString();
}
