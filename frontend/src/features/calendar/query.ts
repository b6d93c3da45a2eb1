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

export const ClockRulesQuery = graphql(`
  query ClockRules($unitId: ID!) {
    clockRules(unitId: $unitId) {
      code
      name
      number
      countedIn
      extension
      pauses
      bases {
        law
        article
      }
    }
  }
`);
export type ClockRule = ResultOf<typeof ClockRulesQuery>['clockRules'][number];

export const ClockDueQuery = graphql(`
  query ClockDue($input: ClockDueInput!) {
    clockDue(input: $input) {
      state
      due
      notBefore
      missingYear
      number
      countedIn
      unconfirmedYears
      bases {
        law
        article
      }
      steps {
        kind
        text
      }
    }
  }
`);
export type ClockAnswer = ResultOf<typeof ClockDueQuery>['clockDue'];
