/** What a shop does for its customers, beyond the first list. Form as in the other word lists. */
export const SERVICE = `
mend: 补发 补寄 重发 再寄 重寄 补一个 补一件 再发 寄新的 补给您 重新发 重新寄 补上 换新的 重新给您 再给您 补您 给您补 补 补过去 发新的 走新的
renew: 换新 换个新的 换新的 更换 寄根新的 换一个 换一台 换一只 以换代修 换货
renew_free/.6: 换 包换 更换 换新
fix: 修 维修 返修 修理 修好 检修 保修 上门修 寄修
warrantyterm: 质保 保修 保 质保期 保修期 三包 包修 联保 保固 售后期
screen_break: 碎屏 屏碎 碎屏险
consumable: 耗材 易损件 易耗品 消耗品 不在保修
photoreq: 拍照 照片 图片 图 拍个 拍张 拍一下 发图 视频 拍给我 拍下来 拍个视频 传图 上传 截图 凭证
needproof: 凭证 证据 证明 检测报告 质检报告 小票 购买凭证 订单截图
return7: 七天无理由 7天无理由 无理由退 随便退 包退 退 退换 退货 退得了 给退
return_window: 七天 一周 七日 一个礼拜
tagcut: 剪吊牌 剪标 吊牌 拆吊牌 去掉吊牌 标签 水洗标
shipping_return: 退货运费 退回运费 寄回邮费 退货邮费 回程运费 寄回的运费 退回的邮费 回程 来回运费 寄回来的钱 快递费 运费 邮费
insured: 运费险 退货宝 运费保险 退货包运费 有险 险
freeship: 包邮 免邮 免运费 不包邮 送货费
remotearea: 新疆 西藏 内蒙 青海 海南 偏远 边远 港澳台 偏远地区
dispatch_/.8: 发货 发 寄出 发走 发出 出库 出仓 走 走掉 拉走 出货 寄 安排发 揽收 发车 派 寄走 发掉 派出
arrive_/.8: 到 送到 送达 到达 收到 到手 到货 抱上 拿到 送货 派送 到家 签收 配送
payfor: 付款 付 支付 付钱 交钱 付尾款 打款 缴 结账 下单
final_pay: 尾款 剩下的钱 余款
down_pay: 定金 订金 首付
deposit_back: 退定金 定金退 退订金
installfee: 安装费 装费 人工费 上门费 手工费 工费 师傅收 装一个 装的钱 安装的钱
install_in: 包安装 安装 装 来装 送安装 上门安装 含安装 装机
freegift: 赠品 送 赠送 礼物 小礼品 附赠 白送 随机送 搭 送一个 ~另买 ~单买 ~另购
extra: 另外买 另买 单买 单独买 加购 另购 自备 自己买 另外拍 单独拍 单独购买
price_protect: 价保 保价 退差价 补差价 买贵 降价补 差价
no_price_protect: 不保价
couponget: 领券 优惠券 券 领取 满减券 红包 抵用券
full_reduce: 满减 满 立减 满额减 每满
stackable: 叠加 同时用 一起用 同享 叠着用
limitbuy: 限购 每人 每单 一人 限拍 限量
change_addr: 改地址 地址改 修改地址 改收货地址
cancel_: 取消 撤销 不要了 退掉 撤单 取消订单 关闭订单 取消掉
delay_: 延迟 推迟 晚发 延误 耽误 晚到 拖 延期 顺延
delay_comp: 赔付 延误赔 晚发赔 超时赔 红包补偿
full_refund: 全额退 全额退款 全部退 钱全退 全退
part_refund: 部分退 退一半 退一部分 退差 补偿 退点
deduct_: 扣 扣除 扣掉 折旧费 扣钱 手续费
signcheck: 当面验货 先验货 验货 开箱检查 验收
goods_check: 质检 检测 检查 验货 检验
invoice_e: 电子发票 电子的 电子票 电子版 发邮箱
invoice_p: 纸质发票 纸质的 纸质票 纸质版 寄发票
vat: 专票 增值税专票 专用发票
cert: 证书 合格证 鉴定证书 检测报告 3c 防伪 防伪码
lifetime: 终身 一辈子 永久
contact_courier: 联系快递 找快递 问快递 催快递 跟快递 联系网点 打快递 催一下快递 联系派送员
oneself_: 自己 您自己 自行 您这边自己 自个儿 您自个儿 亲自 本人
customer_s: 人工客服 客服 售后 售后客服 专员 联系我
phone_no: 电话 手机号 联系方式 号码
order_page: 订单页 订单里 我的订单 订单详情 订单页面 售后那里 申请售后 点申请
apply_ex: 换货申请 申请换货 点换货 选换货 换货
receive_first: 收到退回 收到旧的 旧的到仓 先收回 收到您的 到仓后 签收了就
send_first: 先发 先寄 先给您发 先寄新的 立即发新的
stock_left: 仅剩 剩 最后几件 库存不多 不多了
auction: 拍卖 竞拍
rent: 租 租赁 出租
trade_in: 以旧换新 旧机 回收 抵旧
cod: 货到付款 到付
installment: 分期 花呗分期 免息 白条
student_: 学生 学生价 学生证
open_time: 营业 上班 上班时间 几点上班 在线 营业时间 休息
holiday: 放假 春节 过年 国庆 节假日 停发 假期
custom_no_return: 定制不退 定制 定做
fresh_return: 生鲜 鲜活易腐 生鲜不退
hygiene: 贴身 内衣 卫生 一次性 贴身衣物 内裤
unsealed: 拆封 拆了 打开了 开封 拆过 用过 ~未拆 ~没拆 ~未拆封 ~没开封 ~未开封
sample: 小样 试用装 试吃 体验装 样品
trial_: 试用 试戴 试吃 试穿
unpack_video: 开箱视频 拆箱视频 开箱录像
broken_pack: 破损 碎 坏 破 摔坏 压坏 烂 碎了 破了 坏了 损坏 缺口 断了 裂了
missing: 少件 少发 漏发 缺件 少了 没发全 漏了 缺 没有收到 没见到
wrong_goods: 发错 错发 发错货 不对 寄错 配错
quality_: 质量问题 质量 瑕疵 毛病 坏的 次品 开胶 断底 脱线 故障
subjective: 不喜欢 不想要 不合适 个人原因 非质量 不满意 买错 拍错 后悔
refund_: 退款 退钱 退 返钱 钱退 退还
refund_only: 仅退款 只退款 光退款
exch_: 换货 换 调换 更换 换一个
restock_fee: 手续费 折旧 折旧费 服务费
pickup_door: 上门取件 上门取 取件 快递上门 上门收件
self_send: 自己寄 自行寄回 寄回 自己叫快递
return_addr: 退货地址 寄回地址 退回地址
nocod: 不要到付 到付件 拒收到付
`;
