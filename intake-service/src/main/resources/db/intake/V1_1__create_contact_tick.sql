-- When the contact topic was last ticked, and how often: one row for all instances and partitions.
create table contact_tick (
  single boolean primary key default true check (single),
  version bigint not null,
  ticked_at timestamptz not null
);
insert into contact_tick (version, ticked_at) values (0, '-infinity');

revoke all on contact_tick from intake_app;
grant select, update on contact_tick to intake_app;
