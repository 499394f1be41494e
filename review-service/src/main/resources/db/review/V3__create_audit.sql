-- Who did what, chained by hashes; see AuditChain for what is hashed.
create table audit_entry (
  subject uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  actor text not null,
  act text not null,
  details jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (subject, sequence)
);

-- The end of each chain; appends to one chain take turns on its row.
create table audit_head (
  subject uuid primary key,
  sequence bigint not null,
  hash text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: the audit trail is append-only', tg_op, tg_table_name;
end
$$;
create trigger audit_entry_is_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_is_not_emptied before truncate on audit_entry
  for each statement execute function refuse_change();

-- The pool's role is named after this one: review_owner, review_app.
do $$
declare app text := replace(current_user, '_owner', '_app');
begin
  if app <> current_user and exists (select from pg_roles where rolname = app) then
    execute format('revoke all on audit_entry from %I', app);
    execute format('grant select, insert on audit_entry to %I', app);
    execute format('revoke delete, truncate on audit_head from %I', app);
  end if;
end
$$;
