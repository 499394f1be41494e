create table placed_order (
  id bigint generated always as identity primary key,
  item text not null
);
