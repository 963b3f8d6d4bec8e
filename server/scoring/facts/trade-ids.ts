/** Ids under which `messages/zh/trade.json` has the words of shared content. What isn't here is shown as content has it. */

/** Types of cases. */
export const TYPES = [
  'product-advice',
  'promotion',
  'bargaining',
  'payment-reminder',
  'order-change',
  'shipping-urge',
  'account-security',
  'logistics-complaint',
  'return-dispute',
  'quality-claim',
  'complaint-escalation',
  'returning-customer',
  'livestream',
  'community',
] as const;

/** Personas. */
export const PERSONAS = [
  'anxious-first-buyer',
  'bargain-hunter',
  'company-buyer',
  'dialect-speaker',
  'elderly-parent',
  'family-proxy',
  'furious-right',
  'furious-wrong',
  'gift-buyer',
  'hurried',
  'joker',
  'loyal-regular',
  'professional-complainer',
  'rivals-fan',
  'silent-reader',
  'student',
] as const;

/** Platforms. */
export const PLATFORMS = ['douyin', 'jd', 'pdd', 'taobao'] as const;

/** How customers come in a rush. */
export const RUSHES = ['normal', 'd618', 'd11-open', 'd11-balance', 'd12', 'cny', 'live'] as const;

/** Promotions of the trade's year, and what is drilled around them. */
export const TRADE_EVENTS = ['d618', 'd1111', 'd1212', 'new-year'] as const;
export const TRADE_STEPS = [
  'goods',
  'offers',
  'small-rush',
  'rush',
  'full-rush',
  'shipping',
  'price',
  'returns',
  'balance',
  'balance-rush',
  'regulars',
  'before-new-year',
  'fresh',
] as const;

/** Figures of the platforms. */
export const FIGURES = [
  'three-minute-gap',
  'first-30',
  'three-minute-first',
  'wangwang-mean',
  'three-minute-rounds',
] as const;

/** Operations of the desk. */
export const ACTIONS = [
  'send-product',
  'send-coupon',
  'remind-pay',
  'send-text-reminder',
  'check-order',
  'remark',
  'change-sku',
  'change-address',
  'change-price',
  'cancel-order',
  'invoice',
  'urge-warehouse',
  'check-logistics',
  'carrier-ticket',
  'intercept',
  'request-photo',
  'approve-return',
  'approve-exchange',
  'refund-full',
  'refund-partial',
  'resend',
  'price-protect',
  'ticket',
  'tag-customer',
  'invite-review',
  'pin-notice',
  'escalate-1',
  'escalate-2',
  'escalate-3',
  'safety-report',
] as const;

/** Operations that are answered on the next day where the shop closes first. */
export const OVERNIGHT = ['escalate-3'] as const;

/** Operations that a platform calls by a name of its own: the platform's id and the operation's. */
export const CALLED = ['pdd-remind-pay', 'douyin-invite-review'] as const;

/** Groups of operations. Content has no ids for them, so they are found by their words. */
export const GROUPS = ['products', 'orders', 'delivery', 'after-sales', 'follow-up', 'escalation'] as const;

/** Fields of the forms. Several forms share a field's name, so they are found by their words. */
export const FIELDS = [
  'product',
  'coupon',
  'text',
  'order',
  'order-note',
  'change-to',
  'new-address',
  'new-amount',
  'invoice-kind',
  'invoice-title',
  'remark',
  'flag',
  'situation',
  'what-to-photograph',
  'item-to-return',
  'exchange-for',
  'amount',
  'part',
  'difference',
  'tag',
  'notice',
  'report-kind',
] as const;

/** Choices in the fields of forms. */
export const CHOICES = [
  'normal',
  'special',
  'gasket',
  'basket',
  'cup',
  'lid',
  'cable',
  'laces',
  'insole',
  'other',
  'account',
  'food',
  'body',
  'red',
  'yellow',
  'green',
  'blue',
  'purple',
] as const;
