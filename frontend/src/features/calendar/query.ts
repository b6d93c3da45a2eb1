import { graphql, type ResultOf } from '@/gql';

export const CalendarQuery = graphql(`
  query WorkingCalendar($year: Int!) {
    workingCalendar(year: $year) {
      year
      known
      source
      confirmed
      builtIn
      version
      workingDays
      days
      years
      actorName
      setAt
      reason
      mayChange
      ranges {
        from
        to
        mark
        name
      }
      hints {
        code
        on
        message
      }
    }
  }
`);
export type YearCalendar = ResultOf<typeof CalendarQuery>['workingCalendar'];
export type DayKind = YearCalendar['days'][number];

export const CheckCalendarQuery = graphql(`
  query CheckWorkingCalendar($year: Int!, $ranges: [CalendarRangeInput!]!) {
    checkWorkingCalendar(year: $year, ranges: $ranges) {
      workingDays
      hints {
        code
        on
        message
      }
    }
  }
`);
export type Check = ResultOf<typeof CheckCalendarQuery>['checkWorkingCalendar'];

export const ReadCalendarQuery = graphql(`
  query ReadWorkingCalendar($year: Int!, $text: String!) {
    readWorkingCalendar(year: $year, text: $text) {
      workingDaysNow
      ranges {
        from
        to
        mark
        name
      }
      faults {
        line
        text
        message
      }
      leftOut {
        line
        text
        message
      }
      check {
        workingDays
        days
        hints {
          code
          on
          message
        }
      }
      changes {
        on
        was
        becomes
      }
    }
  }
`);
export type Reading = ResultOf<typeof ReadCalendarQuery>['readWorkingCalendar'];

export const SetCalendarMutation = graphql(`
  mutation SetWorkingCalendar($input: SetWorkingCalendarInput!) {
    setWorkingCalendar(input: $input) {
      calendar {
        year
        version
      }
    }
  }
`);

export const DropCalendarMutation = graphql(`
  mutation DropWorkingCalendar($input: DropWorkingCalendarInput!) {
    dropWorkingCalendar(input: $input) {
      calendar {
        year
        version
      }
    }
  }
`);
