/** Everything that reading a form or checking a schema can find wrong with one field; words in app/text. */
export type FieldErrorCode =
  | 'required'
  | 'unusable-character' // position (code points, from 1), codePoint
  | 'too-long' // length, max
  | 'too-short' // length, min
  | 'not-a-number' // read
  | 'not-a-whole-number' // read
  | 'too-many-decimals' // read
  | 'too-small' // read, min
  | 'too-large' // read, max
  | 'not-a-date' // read
  | 'no-such-date' // read
  | 'date-outside-era' // read, era
  | 'not-a-time' // read
  | 'not-a-choice' // read
  | 'not-kana' // read
  | 'not-a-code' // read
  | 'not-digits' // read
  | 'wrong-digit-count' // length, expected
  | 'phone-without-zero' // read
  | 'not-an-email' // read
  | 'not-a-url' // read
  | 'check-digit' // read
  | 'establishment-number' // read
  | 'several-values'
  | 'not-text'
  | 'unknown-field'
  | 'wrong-shape';

/** What only a procedure can find wrong with a field: it depends on other records or on the day. */
export type ActErrorCode =
  | 'taken' // another record has it
  | 'choice' // no longer among the choices
  | 'in-future'
  | 'before-application'
  | 'before-begin'
  | 'hold-needs-posting'
  | 'outside-days' // first, last
  | 'past-day'
  | 'says-who'
  | 'result-settled' // number, state: of a 紹介 whose result somebody else has registered
  | 'result-too-late' // number: the posting is not valid any more
  | 'password-wrong'
  | 'same-email'
  | 'closed-day' // day, reason, open: the open day before it or nothing
  | 'required-when-late'
  | 'required-when-blocked'
  | 'password-is-email'
  | 'password-common'
  | 'password-guessable'; // word
