-- EXPIRED: the dead-letter topic holds the letter no longer, so nobody can redrive or discard it.
alter table dead_letter drop constraint dead_letter_state_check;
alter table dead_letter add constraint dead_letter_state_check
  check (state in ('OPEN', 'REDRIVEN', 'DISCARDED', 'EXPIRED'));
