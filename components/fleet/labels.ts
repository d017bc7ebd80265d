export {
  RULE_LABELS,
  VERDICT_LABELS,
  launchStateLabel,
  originLabel,
  replicationLabel,
} from '@/lib/readiness/labels';
