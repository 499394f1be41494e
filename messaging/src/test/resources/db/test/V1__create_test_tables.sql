create table thing (message_key text primary key, version bigint not null);
create table applied (id bigint generated always as identity primary key, message_key text not null, version bigint not null);
