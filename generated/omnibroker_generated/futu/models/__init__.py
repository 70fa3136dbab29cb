"""The models, each loaded when it is first asked for"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .acc_cash_info import AccCashInfo
    from .acc_market_info import AccMarketInfo
    from .accounts_answer import AccountsAnswer
    from .accounts_s2c import AccountsS2C
    from .accumulate_data import AccumulateData
    from .accumulate_filter import AccumulateFilter
    from .base_data import BaseData
    from .base_filter import BaseFilter
    from .basic_ipo_data import BasicIpoData
    from .basic_qot import BasicQot
    from .broker import Broker
    from .broker_answer import BrokerAnswer
    from .broker_link import BrokerLink
    from .broker_request import BrokerRequest
    from .broker_s2c import BrokerS2C
    from .capital_distribution_answer import CapitalDistributionAnswer
    from .capital_distribution_request import CapitalDistributionRequest
    from .capital_distribution_s2c import CapitalDistributionS2C
    from .capital_flow_answer import CapitalFlowAnswer
    from .capital_flow_item import CapitalFlowItem
    from .capital_flow_request import CapitalFlowRequest
    from .capital_flow_s2c import CapitalFlowS2C
    from .cn_ipo_ex_data import CNIpoExData
    from .combo_leg import ComboLeg
    from .conn_sub_info import ConnSubInfo
    from .custom_indicator_data import CustomIndicatorData
    from .custom_indicator_filter import CustomIndicatorFilter
    from .data_filter import DataFilter
    from .delay_statistics import DelayStatistics
    from .delay_statistics_answer import DelayStatisticsAnswer
    from .delay_statistics_item import DelayStatisticsItem
    from .delay_statistics_request import DelayStatisticsRequest
    from .delay_statistics_s2c import DelayStatisticsS2C
    from .empty_answer import EmptyAnswer
    from .equity_snapshot_ex_data import EquitySnapshotExData
    from .financial_data import FinancialData
    from .financial_filter import FinancialFilter
    from .funds import Funds
    from .funds_answer import FundsAnswer
    from .funds_request import FundsRequest
    from .funds_s2c import FundsS2C
    from .future_basic_qot_ex_data import FutureBasicQotExData
    from .future_info import FutureInfo
    from .future_info_answer import FutureInfoAnswer
    from .future_info_request import FutureInfoRequest
    from .future_info_s2c import FutureInfoS2C
    from .future_snapshot_ex_data import FutureSnapshotExData
    from .future_static_ex_data import FutureStaticExData
    from .gateway_cache import GatewayCache
    from .gateway_error import GatewayError
    from .gateway_login import GatewayLogin
    from .gateway_platform import GatewayPlatform
    from .gateway_status import GatewayStatus
    from .global_state_answer import GlobalStateAnswer
    from .global_state_s2c import GlobalStateS2C
    from .history_kline_answer import HistoryKlineAnswer
    from .history_kline_request import HistoryKlineRequest
    from .history_kline_s2c import HistoryKlineS2C
    from .history_order_fills_answer import HistoryOrderFillsAnswer
    from .history_order_fills_request import HistoryOrderFillsRequest
    from .history_order_fills_s2c import HistoryOrderFillsS2C
    from .history_orders_answer import HistoryOrdersAnswer
    from .history_orders_request import HistoryOrdersRequest
    from .history_orders_s2c import HistoryOrdersS2C
    from .hk_ipo_ex_data import HKIpoExData
    from .index_snapshot_ex_data import IndexSnapshotExData
    from .ipo_data import IpoData
    from .ipo_list_answer import IpoListAnswer
    from .ipo_list_request import IpoListRequest
    from .ipo_list_s2c import IpoListS2C
    from .jp_ipo_ex_data import JPIpoExData
    from .k_line import KLine
    from .kline_answer import KlineAnswer
    from .kline_request import KlineRequest
    from .kline_s2c import KlineS2C
    from .margin_ratio_answer import MarginRatioAnswer
    from .margin_ratio_info import MarginRatioInfo
    from .margin_ratio_request import MarginRatioRequest
    from .margin_ratio_s2c import MarginRatioS2C
    from .market_info import MarketInfo
    from .market_state_answer import MarketStateAnswer
    from .market_state_request import MarketStateRequest
    from .market_state_s2c import MarketStateS2C
    from .max_trd_qtys import MaxTrdQtys
    from .max_trd_qtys_answer import MaxTrdQtysAnswer
    from .max_trd_qtys_request import MaxTrdQtysRequest
    from .max_trd_qtys_s2c import MaxTrdQtysS2C
    from .modify_order_request import ModifyOrderRequest
    from .my_ipo_ex_data import MYIpoExData
    from .option_basic_qot_ex_data import OptionBasicQotExData
    from .option_chain import OptionChain
    from .option_chain_answer import OptionChainAnswer
    from .option_chain_request import OptionChainRequest
    from .option_chain_s2c import OptionChainS2C
    from .option_item import OptionItem
    from .option_snapshot_ex_data import OptionSnapshotExData
    from .option_static_ex_data import OptionStaticExData
    from .order import Order
    from .order_book import OrderBook
    from .order_book_detail import OrderBookDetail
    from .order_fee import OrderFee
    from .order_fee_answer import OrderFeeAnswer
    from .order_fee_item import OrderFeeItem
    from .order_fee_request import OrderFeeRequest
    from .order_fee_s2c import OrderFeeS2C
    from .order_fill import OrderFill
    from .order_fills_answer import OrderFillsAnswer
    from .order_fills_request import OrderFillsRequest
    from .order_fills_s2c import OrderFillsS2C
    from .orderbook_answer import OrderbookAnswer
    from .orderbook_request import OrderbookRequest
    from .orderbook_s2c import OrderbookS2C
    from .orders_answer import OrdersAnswer
    from .orders_request import OrdersRequest
    from .orders_s2c import OrdersS2C
    from .owner_plate_answer import OwnerPlateAnswer
    from .owner_plate_request import OwnerPlateRequest
    from .owner_plate_s2c import OwnerPlateS2C
    from .packet_id import PacketID
    from .pattern_filter import PatternFilter
    from .place_order_request import PlaceOrderRequest
    from .place_order_statistics_item import PlaceOrderStatisticsItem
    from .plate_info import PlateInfo
    from .plate_security_answer import PlateSecurityAnswer
    from .plate_security_request import PlateSecurityRequest
    from .plate_security_s2c import PlateSecurityS2C
    from .plate_set_answer import PlateSetAnswer
    from .plate_set_request import PlateSetRequest
    from .plate_set_s2c import PlateSetS2C
    from .plate_snapshot_ex_data import PlateSnapshotExData
    from .position import Position
    from .positions_answer import PositionsAnswer
    from .positions_request import PositionsRequest
    from .positions_s2c import PositionsS2C
    from .pre_after_market_data import PreAfterMarketData
    from .program_status import ProgramStatus
    from .push_frame import PushFrame
    from .qot_header import QotHeader
    from .query_subscription_answer import QuerySubscriptionAnswer
    from .query_subscription_request import QuerySubscriptionRequest
    from .query_subscription_s2c import QuerySubscriptionS2C
    from .quote_answer import QuoteAnswer
    from .quote_request import QuoteRequest
    from .quote_s2c import QuoteS2C
    from .reference_answer import ReferenceAnswer
    from .reference_request import ReferenceRequest
    from .reference_s2c import ReferenceS2C
    from .reload_result import ReloadResult
    from .req_reply_statistics_item import ReqReplyStatisticsItem
    from .request_security import RequestSecurity
    from .request_trd_header import RequestTrdHeader
    from .rt_answer import RtAnswer
    from .rt_request import RtRequest
    from .rt_s2c import RtS2C
    from .security import Security
    from .security_owner_plate import SecurityOwnerPlate
    from .security_static_basic import SecurityStaticBasic
    from .security_static_info import SecurityStaticInfo
    from .sg_ipo_ex_data import SGIpoExData
    from .shutdown_result import ShutdownResult
    from .snapshot import Snapshot
    from .snapshot_answer import SnapshotAnswer
    from .snapshot_basic_data import SnapshotBasicData
    from .snapshot_request import SnapshotRequest
    from .snapshot_s2c import SnapshotS2C
    from .static_info_answer import StaticInfoAnswer
    from .static_info_request import StaticInfoRequest
    from .static_info_s2c import StaticInfoS2C
    from .stock_data import StockData
    from .stock_filter_answer import StockFilterAnswer
    from .stock_filter_request import StockFilterRequest
    from .stock_filter_s2c import StockFilterS2C
    from .sub_acc_push_request import SubAccPushRequest
    from .sub_info import SubInfo
    from .subscribe_request import SubscribeRequest
    from .ticker import Ticker
    from .ticker_answer import TickerAnswer
    from .ticker_request import TickerRequest
    from .ticker_s2c import TickerS2C
    from .time_share import TimeShare
    from .trade_time import TradeTime
    from .trd_acc import TrdAcc
    from .trd_filter_conditions import TrdFilterConditions
    from .trd_header import TrdHeader
    from .trust_snapshot_ex_data import TrustSnapshotExData
    from .unlock_result import UnlockResult
    from .unlock_trade_answer import UnlockTradeAnswer
    from .unlock_trade_request import UnlockTradeRequest
    from .unlock_trade_s2c import UnlockTradeS2C
    from .us_ipo_ex_data import USIpoExData
    from .used_quota_answer import UsedQuotaAnswer
    from .used_quota_request import UsedQuotaRequest
    from .used_quota_s2c import UsedQuotaS2C
    from .user_info_answer import UserInfoAnswer
    from .user_info_s2c import UserInfoS2C
    from .user_security_answer import UserSecurityAnswer
    from .user_security_request import UserSecurityRequest
    from .user_security_s2c import UserSecurityS2C
    from .warrant_answer import WarrantAnswer
    from .warrant_basic_qot_ex_data import WarrantBasicQotExData
    from .warrant_data import WarrantData
    from .warrant_request import WarrantRequest
    from .warrant_s2c import WarrantS2C
    from .warrant_snapshot_ex_data import WarrantSnapshotExData
    from .warrant_static_ex_data import WarrantStaticExData
    from .winning_num_data import WinningNumData

_MODULES = {
    "AccCashInfo": ".acc_cash_info",
    "AccMarketInfo": ".acc_market_info",
    "AccountsAnswer": ".accounts_answer",
    "AccountsS2C": ".accounts_s2c",
    "AccumulateData": ".accumulate_data",
    "AccumulateFilter": ".accumulate_filter",
    "BaseData": ".base_data",
    "BaseFilter": ".base_filter",
    "BasicIpoData": ".basic_ipo_data",
    "BasicQot": ".basic_qot",
    "Broker": ".broker",
    "BrokerAnswer": ".broker_answer",
    "BrokerLink": ".broker_link",
    "BrokerRequest": ".broker_request",
    "BrokerS2C": ".broker_s2c",
    "CapitalDistributionAnswer": ".capital_distribution_answer",
    "CapitalDistributionRequest": ".capital_distribution_request",
    "CapitalDistributionS2C": ".capital_distribution_s2c",
    "CapitalFlowAnswer": ".capital_flow_answer",
    "CapitalFlowItem": ".capital_flow_item",
    "CapitalFlowRequest": ".capital_flow_request",
    "CapitalFlowS2C": ".capital_flow_s2c",
    "CNIpoExData": ".cn_ipo_ex_data",
    "ComboLeg": ".combo_leg",
    "ConnSubInfo": ".conn_sub_info",
    "CustomIndicatorData": ".custom_indicator_data",
    "CustomIndicatorFilter": ".custom_indicator_filter",
    "DataFilter": ".data_filter",
    "DelayStatistics": ".delay_statistics",
    "DelayStatisticsAnswer": ".delay_statistics_answer",
    "DelayStatisticsItem": ".delay_statistics_item",
    "DelayStatisticsRequest": ".delay_statistics_request",
    "DelayStatisticsS2C": ".delay_statistics_s2c",
    "EmptyAnswer": ".empty_answer",
    "EquitySnapshotExData": ".equity_snapshot_ex_data",
    "FinancialData": ".financial_data",
    "FinancialFilter": ".financial_filter",
    "Funds": ".funds",
    "FundsAnswer": ".funds_answer",
    "FundsRequest": ".funds_request",
    "FundsS2C": ".funds_s2c",
    "FutureBasicQotExData": ".future_basic_qot_ex_data",
    "FutureInfo": ".future_info",
    "FutureInfoAnswer": ".future_info_answer",
    "FutureInfoRequest": ".future_info_request",
    "FutureInfoS2C": ".future_info_s2c",
    "FutureSnapshotExData": ".future_snapshot_ex_data",
    "FutureStaticExData": ".future_static_ex_data",
    "GatewayCache": ".gateway_cache",
    "GatewayError": ".gateway_error",
    "GatewayLogin": ".gateway_login",
    "GatewayPlatform": ".gateway_platform",
    "GatewayStatus": ".gateway_status",
    "GlobalStateAnswer": ".global_state_answer",
    "GlobalStateS2C": ".global_state_s2c",
    "HistoryKlineAnswer": ".history_kline_answer",
    "HistoryKlineRequest": ".history_kline_request",
    "HistoryKlineS2C": ".history_kline_s2c",
    "HistoryOrderFillsAnswer": ".history_order_fills_answer",
    "HistoryOrderFillsRequest": ".history_order_fills_request",
    "HistoryOrderFillsS2C": ".history_order_fills_s2c",
    "HistoryOrdersAnswer": ".history_orders_answer",
    "HistoryOrdersRequest": ".history_orders_request",
    "HistoryOrdersS2C": ".history_orders_s2c",
    "HKIpoExData": ".hk_ipo_ex_data",
    "IndexSnapshotExData": ".index_snapshot_ex_data",
    "IpoData": ".ipo_data",
    "IpoListAnswer": ".ipo_list_answer",
    "IpoListRequest": ".ipo_list_request",
    "IpoListS2C": ".ipo_list_s2c",
    "JPIpoExData": ".jp_ipo_ex_data",
    "KLine": ".k_line",
    "KlineAnswer": ".kline_answer",
    "KlineRequest": ".kline_request",
    "KlineS2C": ".kline_s2c",
    "MarginRatioAnswer": ".margin_ratio_answer",
    "MarginRatioInfo": ".margin_ratio_info",
    "MarginRatioRequest": ".margin_ratio_request",
    "MarginRatioS2C": ".margin_ratio_s2c",
    "MarketInfo": ".market_info",
    "MarketStateAnswer": ".market_state_answer",
    "MarketStateRequest": ".market_state_request",
    "MarketStateS2C": ".market_state_s2c",
    "MaxTrdQtys": ".max_trd_qtys",
    "MaxTrdQtysAnswer": ".max_trd_qtys_answer",
    "MaxTrdQtysRequest": ".max_trd_qtys_request",
    "MaxTrdQtysS2C": ".max_trd_qtys_s2c",
    "ModifyOrderRequest": ".modify_order_request",
    "MYIpoExData": ".my_ipo_ex_data",
    "OptionBasicQotExData": ".option_basic_qot_ex_data",
    "OptionChain": ".option_chain",
    "OptionChainAnswer": ".option_chain_answer",
    "OptionChainRequest": ".option_chain_request",
    "OptionChainS2C": ".option_chain_s2c",
    "OptionItem": ".option_item",
    "OptionSnapshotExData": ".option_snapshot_ex_data",
    "OptionStaticExData": ".option_static_ex_data",
    "Order": ".order",
    "OrderBook": ".order_book",
    "OrderBookDetail": ".order_book_detail",
    "OrderFee": ".order_fee",
    "OrderFeeAnswer": ".order_fee_answer",
    "OrderFeeItem": ".order_fee_item",
    "OrderFeeRequest": ".order_fee_request",
    "OrderFeeS2C": ".order_fee_s2c",
    "OrderFill": ".order_fill",
    "OrderFillsAnswer": ".order_fills_answer",
    "OrderFillsRequest": ".order_fills_request",
    "OrderFillsS2C": ".order_fills_s2c",
    "OrderbookAnswer": ".orderbook_answer",
    "OrderbookRequest": ".orderbook_request",
    "OrderbookS2C": ".orderbook_s2c",
    "OrdersAnswer": ".orders_answer",
    "OrdersRequest": ".orders_request",
    "OrdersS2C": ".orders_s2c",
    "OwnerPlateAnswer": ".owner_plate_answer",
    "OwnerPlateRequest": ".owner_plate_request",
    "OwnerPlateS2C": ".owner_plate_s2c",
    "PacketID": ".packet_id",
    "PatternFilter": ".pattern_filter",
    "PlaceOrderRequest": ".place_order_request",
    "PlaceOrderStatisticsItem": ".place_order_statistics_item",
    "PlateInfo": ".plate_info",
    "PlateSecurityAnswer": ".plate_security_answer",
    "PlateSecurityRequest": ".plate_security_request",
    "PlateSecurityS2C": ".plate_security_s2c",
    "PlateSetAnswer": ".plate_set_answer",
    "PlateSetRequest": ".plate_set_request",
    "PlateSetS2C": ".plate_set_s2c",
    "PlateSnapshotExData": ".plate_snapshot_ex_data",
    "Position": ".position",
    "PositionsAnswer": ".positions_answer",
    "PositionsRequest": ".positions_request",
    "PositionsS2C": ".positions_s2c",
    "PreAfterMarketData": ".pre_after_market_data",
    "ProgramStatus": ".program_status",
    "PushFrame": ".push_frame",
    "QotHeader": ".qot_header",
    "QuerySubscriptionAnswer": ".query_subscription_answer",
    "QuerySubscriptionRequest": ".query_subscription_request",
    "QuerySubscriptionS2C": ".query_subscription_s2c",
    "QuoteAnswer": ".quote_answer",
    "QuoteRequest": ".quote_request",
    "QuoteS2C": ".quote_s2c",
    "ReferenceAnswer": ".reference_answer",
    "ReferenceRequest": ".reference_request",
    "ReferenceS2C": ".reference_s2c",
    "ReloadResult": ".reload_result",
    "ReqReplyStatisticsItem": ".req_reply_statistics_item",
    "RequestSecurity": ".request_security",
    "RequestTrdHeader": ".request_trd_header",
    "RtAnswer": ".rt_answer",
    "RtRequest": ".rt_request",
    "RtS2C": ".rt_s2c",
    "Security": ".security",
    "SecurityOwnerPlate": ".security_owner_plate",
    "SecurityStaticBasic": ".security_static_basic",
    "SecurityStaticInfo": ".security_static_info",
    "SGIpoExData": ".sg_ipo_ex_data",
    "ShutdownResult": ".shutdown_result",
    "Snapshot": ".snapshot",
    "SnapshotAnswer": ".snapshot_answer",
    "SnapshotBasicData": ".snapshot_basic_data",
    "SnapshotRequest": ".snapshot_request",
    "SnapshotS2C": ".snapshot_s2c",
    "StaticInfoAnswer": ".static_info_answer",
    "StaticInfoRequest": ".static_info_request",
    "StaticInfoS2C": ".static_info_s2c",
    "StockData": ".stock_data",
    "StockFilterAnswer": ".stock_filter_answer",
    "StockFilterRequest": ".stock_filter_request",
    "StockFilterS2C": ".stock_filter_s2c",
    "SubAccPushRequest": ".sub_acc_push_request",
    "SubInfo": ".sub_info",
    "SubscribeRequest": ".subscribe_request",
    "Ticker": ".ticker",
    "TickerAnswer": ".ticker_answer",
    "TickerRequest": ".ticker_request",
    "TickerS2C": ".ticker_s2c",
    "TimeShare": ".time_share",
    "TradeTime": ".trade_time",
    "TrdAcc": ".trd_acc",
    "TrdFilterConditions": ".trd_filter_conditions",
    "TrdHeader": ".trd_header",
    "TrustSnapshotExData": ".trust_snapshot_ex_data",
    "UnlockResult": ".unlock_result",
    "UnlockTradeAnswer": ".unlock_trade_answer",
    "UnlockTradeRequest": ".unlock_trade_request",
    "UnlockTradeS2C": ".unlock_trade_s2c",
    "USIpoExData": ".us_ipo_ex_data",
    "UsedQuotaAnswer": ".used_quota_answer",
    "UsedQuotaRequest": ".used_quota_request",
    "UsedQuotaS2C": ".used_quota_s2c",
    "UserInfoAnswer": ".user_info_answer",
    "UserInfoS2C": ".user_info_s2c",
    "UserSecurityAnswer": ".user_security_answer",
    "UserSecurityRequest": ".user_security_request",
    "UserSecurityS2C": ".user_security_s2c",
    "WarrantAnswer": ".warrant_answer",
    "WarrantBasicQotExData": ".warrant_basic_qot_ex_data",
    "WarrantData": ".warrant_data",
    "WarrantRequest": ".warrant_request",
    "WarrantS2C": ".warrant_s2c",
    "WarrantSnapshotExData": ".warrant_snapshot_ex_data",
    "WarrantStaticExData": ".warrant_static_ex_data",
    "WinningNumData": ".winning_num_data",
}

__all__ = (
    "AccCashInfo",
    "AccMarketInfo",
    "AccountsAnswer",
    "AccountsS2C",
    "AccumulateData",
    "AccumulateFilter",
    "BaseData",
    "BaseFilter",
    "BasicIpoData",
    "BasicQot",
    "Broker",
    "BrokerAnswer",
    "BrokerLink",
    "BrokerRequest",
    "BrokerS2C",
    "CNIpoExData",
    "CapitalDistributionAnswer",
    "CapitalDistributionRequest",
    "CapitalDistributionS2C",
    "CapitalFlowAnswer",
    "CapitalFlowItem",
    "CapitalFlowRequest",
    "CapitalFlowS2C",
    "ComboLeg",
    "ConnSubInfo",
    "CustomIndicatorData",
    "CustomIndicatorFilter",
    "DataFilter",
    "DelayStatistics",
    "DelayStatisticsAnswer",
    "DelayStatisticsItem",
    "DelayStatisticsRequest",
    "DelayStatisticsS2C",
    "EmptyAnswer",
    "EquitySnapshotExData",
    "FinancialData",
    "FinancialFilter",
    "Funds",
    "FundsAnswer",
    "FundsRequest",
    "FundsS2C",
    "FutureBasicQotExData",
    "FutureInfo",
    "FutureInfoAnswer",
    "FutureInfoRequest",
    "FutureInfoS2C",
    "FutureSnapshotExData",
    "FutureStaticExData",
    "GatewayCache",
    "GatewayError",
    "GatewayLogin",
    "GatewayPlatform",
    "GatewayStatus",
    "GlobalStateAnswer",
    "GlobalStateS2C",
    "HKIpoExData",
    "HistoryKlineAnswer",
    "HistoryKlineRequest",
    "HistoryKlineS2C",
    "HistoryOrderFillsAnswer",
    "HistoryOrderFillsRequest",
    "HistoryOrderFillsS2C",
    "HistoryOrdersAnswer",
    "HistoryOrdersRequest",
    "HistoryOrdersS2C",
    "IndexSnapshotExData",
    "IpoData",
    "IpoListAnswer",
    "IpoListRequest",
    "IpoListS2C",
    "JPIpoExData",
    "KLine",
    "KlineAnswer",
    "KlineRequest",
    "KlineS2C",
    "MYIpoExData",
    "MarginRatioAnswer",
    "MarginRatioInfo",
    "MarginRatioRequest",
    "MarginRatioS2C",
    "MarketInfo",
    "MarketStateAnswer",
    "MarketStateRequest",
    "MarketStateS2C",
    "MaxTrdQtys",
    "MaxTrdQtysAnswer",
    "MaxTrdQtysRequest",
    "MaxTrdQtysS2C",
    "ModifyOrderRequest",
    "OptionBasicQotExData",
    "OptionChain",
    "OptionChainAnswer",
    "OptionChainRequest",
    "OptionChainS2C",
    "OptionItem",
    "OptionSnapshotExData",
    "OptionStaticExData",
    "Order",
    "OrderBook",
    "OrderBookDetail",
    "OrderFee",
    "OrderFeeAnswer",
    "OrderFeeItem",
    "OrderFeeRequest",
    "OrderFeeS2C",
    "OrderFill",
    "OrderFillsAnswer",
    "OrderFillsRequest",
    "OrderFillsS2C",
    "OrderbookAnswer",
    "OrderbookRequest",
    "OrderbookS2C",
    "OrdersAnswer",
    "OrdersRequest",
    "OrdersS2C",
    "OwnerPlateAnswer",
    "OwnerPlateRequest",
    "OwnerPlateS2C",
    "PacketID",
    "PatternFilter",
    "PlaceOrderRequest",
    "PlaceOrderStatisticsItem",
    "PlateInfo",
    "PlateSecurityAnswer",
    "PlateSecurityRequest",
    "PlateSecurityS2C",
    "PlateSetAnswer",
    "PlateSetRequest",
    "PlateSetS2C",
    "PlateSnapshotExData",
    "Position",
    "PositionsAnswer",
    "PositionsRequest",
    "PositionsS2C",
    "PreAfterMarketData",
    "ProgramStatus",
    "PushFrame",
    "QotHeader",
    "QuerySubscriptionAnswer",
    "QuerySubscriptionRequest",
    "QuerySubscriptionS2C",
    "QuoteAnswer",
    "QuoteRequest",
    "QuoteS2C",
    "ReferenceAnswer",
    "ReferenceRequest",
    "ReferenceS2C",
    "ReloadResult",
    "ReqReplyStatisticsItem",
    "RequestSecurity",
    "RequestTrdHeader",
    "RtAnswer",
    "RtRequest",
    "RtS2C",
    "SGIpoExData",
    "Security",
    "SecurityOwnerPlate",
    "SecurityStaticBasic",
    "SecurityStaticInfo",
    "ShutdownResult",
    "Snapshot",
    "SnapshotAnswer",
    "SnapshotBasicData",
    "SnapshotRequest",
    "SnapshotS2C",
    "StaticInfoAnswer",
    "StaticInfoRequest",
    "StaticInfoS2C",
    "StockData",
    "StockFilterAnswer",
    "StockFilterRequest",
    "StockFilterS2C",
    "SubAccPushRequest",
    "SubInfo",
    "SubscribeRequest",
    "Ticker",
    "TickerAnswer",
    "TickerRequest",
    "TickerS2C",
    "TimeShare",
    "TradeTime",
    "TrdAcc",
    "TrdFilterConditions",
    "TrdHeader",
    "TrustSnapshotExData",
    "USIpoExData",
    "UnlockResult",
    "UnlockTradeAnswer",
    "UnlockTradeRequest",
    "UnlockTradeS2C",
    "UsedQuotaAnswer",
    "UsedQuotaRequest",
    "UsedQuotaS2C",
    "UserInfoAnswer",
    "UserInfoS2C",
    "UserSecurityAnswer",
    "UserSecurityRequest",
    "UserSecurityS2C",
    "WarrantAnswer",
    "WarrantBasicQotExData",
    "WarrantData",
    "WarrantRequest",
    "WarrantS2C",
    "WarrantSnapshotExData",
    "WarrantStaticExData",
    "WinningNumData",
)


if not TYPE_CHECKING:  # a type checker must not take any name for a model

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(module, __name__), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted(__all__)
