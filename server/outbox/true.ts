/**
 * Whether what notice `n` says still holds: an appointment that was moved or cancelled is not spoken of any more,
 * nor a call in vain once the person was reached or has another time, nor a seat that was taken or is no longer held, nor a time that was lost once there is another. Who has rated is
 * not asked again, who has supplied is not reminded of it, and an invitation that is answered or was given to somebody else leads nowhere.
 */
export const isTrue = (now: string): string => `case
  when n.news in ('reminder_day', 'reminder_soon', 'booked', 'moved', 'session_set') then exists (select from case_file t where t.id = n.case_id
    and t.closed_at is null and t.starts_at = (n.facts->>'startsAt')::timestamptz)
  when n.news = 'missed' then exists (select from case_file t where t.id = n.case_id
    and t.closed_at is null and t.attempts > 0)
  when n.news = 'earlier_slot' then not exists (select from booking b
      where b.account_id = n.account_id and b.slot_id = n.facts->>'slotId' and b.held)
    and (n.until <= ${now} or exists (select from slot_hold h
      where h.account_id = n.account_id and h.slot_id = n.facts->>'slotId' and h.until = n.until))
  when n.news = 'time_back' then exists (select from case_file t where t.id = n.case_id
    and t.closed_at is null and t.starts_at = (n.facts->>'was')::timestamptz)
      and not exists (select from displaced d where d.case_id = n.case_id)
  when n.news in ('time_lost', 'time_call') then exists (select from displaced d join case_file t on t.id = d.case_id
    where d.case_id = n.case_id and t.closed_at is null and t.starts_at = d.was
      and d.was = (n.facts->>'was')::timestamptz
      and (n.news = 'time_call' or n.facts->>'slotId' is not distinct from d.slot_id))
  when n.news = 'mediation_invited' and n.facts ? 'invitation' then exists (select from mediation_party p
    where p.case_id = split_part(n.facts->>'invitation', '/', 1) and p.code_index is not null
      and p.code_seq::text = split_part(n.facts->>'invitation', '/', 2))
  when n.news = 'aid_last_days' then exists (select from case_file t where t.id = n.case_id
    and t.status = 'awaiting_material')
  when n.news = 'rate' then not exists (select from rating r where r.case_id = n.case_id)
  else true end`
