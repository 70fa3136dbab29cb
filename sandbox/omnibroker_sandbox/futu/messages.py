"""The fields of the answers' messages: optional ones are null on the wire, never left out."""


def _fields(names: str) -> tuple[str, ...]:
    return tuple(names.split())


TRD_ACC = _fields(
    """trd_env acc_id trd_market_auth_list acc_type card_num security_firm sim_acc_type
    uni_card_num acc_status acc_role jp_acc_type competition_acc_name"""
)
FUNDS = _fields(
    """power total_assets cash market_val frozen_cash debt_cash avl_withdrawal_cash currency
    available_funds unrealized_pl realized_pl risk_level initial_margin maintenance_margin
    cash_info_list max_power_short net_cash_power long_mv short_mv pending_asset max_withdrawal
    risk_status margin_call_margin is_pdt pdt_seq beginning_dtbp remaining_dtbp dt_call_amount
    dt_status securities_assets fund_assets bond_assets market_info_list crypto_mv exposure_level
    exposure_limit used_limit remaining_limit"""
)
POSITION = _fields(
    """position_id position_side code name qty can_sell_qty price cost_price val pl_val pl_ratio
    sec_market td_pl_val td_trd_val td_buy_val td_buy_qty td_sell_val td_sell_qty unrealized_pl
    realized_pl currency trd_market diluted_cost_price average_cost_price average_pl_ratio combo_id
    strategy_type position_type acc_id jp_acc_type payout_if_win"""
)
MAX_TRD_QTYS = _fields(
    """max_cash_buy max_cash_and_margin_buy max_position_sell max_sell_short max_buy_back
    long_required_im short_required_im session"""
)
MARGIN_RATIO = _fields(
    """security is_long_permit is_short_permit short_pool_remain short_fee_rate alert_long_ratio
    alert_short_ratio im_long_ratio im_short_ratio mcm_long_ratio mcm_short_ratio mm_long_ratio
    mm_short_ratio"""
)
ORDER = _fields(
    """trd_side order_type order_status order_id order_id_ex code name qty price create_time
    update_time fill_qty fill_avg_price last_err_msg sec_market create_timestamp update_timestamp
    remark time_in_force fill_outside_rth aux_price trail_type trail_value trail_spread currency
    trd_market session jp_acc_type expire_time order_amount strategy_type combo_legs"""
)
FILL = _fields(
    """trd_side fill_id fill_id_ex order_id order_id_ex code name qty price create_time
    counter_broker_id counter_broker_name sec_market create_timestamp update_timestamp status
    trd_market jp_acc_type"""
)
USER_INFO = _fields(
    """nick_name avatar_url api_level hk_qot_right us_qot_right cn_qot_right
    is_need_agree_disclaimer user_id update_type web_key web_jump_url_head hk_option_qot_right
    has_us_option_qot_right hk_future_qot_right sub_quota history_kl_quota us_future_qot_right
    us_option_qot_right user_attribution update_whats_new us_index_qot_right us_otc_qot_right
    us_cme_future_qot_right us_cbot_future_qot_right us_nymex_future_qot_right
    us_comex_future_qot_right us_cboe_future_qot_right sg_future_qot_right jp_future_qot_right
    is_app_nn_or_mm sh_qot_right sz_qot_right extra cc_qot_right sg_stock_qot_right
    my_stock_qot_right jp_stock_qot_right ec_qot_right"""
)
BASIC_QOT = _fields(
    """security name is_suspended list_time price_spread update_time high_price open_price
    low_price cur_price last_close_price volume turnover turnover_rate amplitude dark_status
    option_ex_data list_timestamp update_timestamp pre_market after_market sec_status
    future_ex_data warrant_ex_data overnight hp_volume"""
)
SNAPSHOT = _fields(
    """basic equity_ex_data warrant_ex_data option_ex_data index_ex_data plate_ex_data
    future_ex_data trust_ex_data"""
)
SNAPSHOT_BASIC = _fields(
    """security name type is_suspend list_time lot_size price_spread update_time high_price
    open_price low_price last_close_price cur_price volume turnover turnover_rate list_timestamp
    update_timestamp ask_price bid_price ask_vol bid_vol enable_margin mortgage_ratio
    long_margin_initial_ratio enable_short_sell short_sell_rate short_available_volume
    short_margin_initial_ratio amplitude avg_price bid_ask_ratio volume_ratio
    highest52_weeks_price lowest52_weeks_price highest_history_price lowest_history_price
    pre_market after_market sec_status close_price5_minute overnight hp_volume hp_ask_vol
    hp_bid_vol"""
)
EQUITY = _fields(
    """issued_shares issued_market_val net_asset net_profit earnings_pershare outstanding_shares
    outstanding_market_val net_asset_pershare ey_rate pe_rate pb_rate pe_ttm_rate dividend_ttm
    dividend_ratio_ttm dividend_lfy dividend_lfy_ratio"""
)
OPTION_SNAPSHOT = _fields(
    """type owner strike_time strike_price contract_size contract_size_float open_interest
    implied_volatility premium delta gamma vega theta rho strike_timestamp index_option_type
    net_open_interest expiry_date_distance contract_nominal_value owner_lot_multiplier
    option_area_type contract_multiplier"""
)
FUTURE_SNAPSHOT = _fields(
    """last_settle_price position position_change last_trade_time last_trade_timestamp
    is_main_contract"""
)
KLINE = _fields(
    """time is_blank high_price open_price low_price close_price last_close_price volume turnover
    turnover_rate pe change_rate timestamp hp_volume"""
)
TIME_SHARE = _fields(
    """time minute is_blank price last_close_price avg_price volume turnover timestamp
    hp_volume"""
)
TICKER = _fields(
    """time sequence dir price volume turnover recv_time type type_sign push_data_type timestamp
    hp_volume"""
)
STATIC = ("basic", "warrant_ex_data", "option_ex_data", "future_ex_data")
STATIC_BASIC = _fields(
    """security id lot_size sec_type name list_time delisting list_timestamp exch_type"""
)
OPTION_STATIC = _fields(
    """type owner strike_time strike_price suspend market strike_timestamp index_option_type
    expiration_cycle option_standard_type option_settlement_mode"""
)
FUTURE_INFO = _fields(
    """name security last_trade_time last_trade_timestamp owner owner_other exchange contract_type
    contract_size contract_size_unit quote_currency min_var min_var_unit quote_unit trade_time
    time_zone exchange_format_url origin"""
)
