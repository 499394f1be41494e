-- When nothing was mailed, why, and who ended it. While one is open no instance takes a notice into its hands.
create table sender_pause (
  number bigint generated always as identity primary key,
  reason text not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  check ((ended_at is null) = (ended_by is null))
);
create unique index sender_pause_open on sender_pause ((ended_at is null)) where ended_at is null;
