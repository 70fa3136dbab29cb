"""The models, each loaded when it is first asked for"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account_profile import AccountProfile
    from .account_profiles import AccountProfiles
    from .accounts_request import AccountsRequest
    from .addon_entitlements import AddonEntitlements
    from .addon_plan_type_0 import AddonPlanType0
    from .aggregate_assets import AggregateAssets
    from .aggregate_assets_request import AggregateAssetsRequest
    from .algo_param import AlgoParam
    from .algo_parameter import AlgoParameter
    from .analytics_asset import AnalyticsAsset
    from .analytics_asset_request import AnalyticsAssetRequest
    from .analytics_day import AnalyticsDay
    from .analytics_summary import AnalyticsSummary
    from .assets import Assets
    from .assets_request import AssetsRequest
    from .broker_error import BrokerError
    from .cancel_order_request import CancelOrderRequest
    from .charge import Charge
    from .charge_detail import ChargeDetail
    from .contract import Contract
    from .contract_codes_request import ContractCodesRequest
    from .contract_leg import ContractLeg
    from .contract_page import ContractPage
    from .contract_request import ContractRequest
    from .contracts_request import ContractsRequest
    from .corporate_action import CorporateAction
    from .corporate_action_request import CorporateActionRequest
    from .corporate_actions import CorporateActions
    from .depth_entry import DepthEntry
    from .derivative_group import DerivativeGroup
    from .entitlement_limits import EntitlementLimits
    from .estimate_tradable_quantity_request import EstimateTradableQuantityRequest
    from .filled_orders_request import FilledOrdersRequest
    from .filter_bounds import FilterBounds
    from .financial_daily import FinancialDaily
    from .financial_daily_request import FinancialDailyRequest
    from .financial_report import FinancialReport
    from .financial_report_request import FinancialReportRequest
    from .future_contract import FutureContract
    from .future_contract_request import FutureContractRequest
    from .future_contracts_request import FutureContractsRequest
    from .future_current_contract_request import FutureCurrentContractRequest
    from .future_exchange import FutureExchange
    from .future_exchange_request import FutureExchangeRequest
    from .future_kline import FutureKline
    from .future_kline_point import FutureKlinePoint
    from .future_kline_request import FutureKlineRequest
    from .future_real_time_quote import FutureRealTimeQuote
    from .future_trading_date import FutureTradingDate
    from .future_trading_date_request import FutureTradingDateRequest
    from .global_asset import GlobalAsset
    from .hour_trading_type_0 import HourTradingType0
    from .kline import Kline
    from .kline_point import KlinePoint
    from .kline_quota import KlineQuota
    from .kline_quota_request import KlineQuotaRequest
    from .kline_request import KlineRequest
    from .license_ import License
    from .market_request import MarketRequest
    from .market_state import MarketState
    from .modify_order_request import ModifyOrderRequest
    from .option_brief import OptionBrief
    from .option_brief_request import OptionBriefRequest
    from .option_chain import OptionChain
    from .option_chain_request import OptionChainRequest
    from .option_expiration import OptionExpiration
    from .option_expiration_request import OptionExpirationRequest
    from .option_filter import OptionFilter
    from .option_filter_greeks import OptionFilterGreeks
    from .option_key import OptionKey
    from .option_kline import OptionKline
    from .option_kline_point import OptionKlinePoint
    from .option_kline_query import OptionKlineQuery
    from .option_kline_request import OptionKlineRequest
    from .option_pair import OptionPair
    from .option_real_time_quote_type_0 import OptionRealTimeQuoteType0
    from .option_series import OptionSeries
    from .order import Order
    from .order_leg import OrderLeg
    from .order_no import OrderNo
    from .order_no_request import OrderNoRequest
    from .order_preview import OrderPreview
    from .order_state_request import OrderStateRequest
    from .orders import Orders
    from .orders_request import OrdersRequest
    from .place_order_request import PlaceOrderRequest
    from .position import Position
    from .positions import Positions
    from .positions_request import PositionsRequest
    from .prime_assets import PrimeAssets
    from .prime_assets_request import PrimeAssetsRequest
    from .prime_currency_asset import PrimeCurrencyAsset
    from .prime_segment import PrimeSegment
    from .quote_contract_request import QuoteContractRequest
    from .quote_delay import QuoteDelay
    from .quote_depth import QuoteDepth
    from .quote_depth_request import QuoteDepthRequest
    from .quote_overnight import QuoteOvernight
    from .quote_permission import QuotePermission
    from .quote_real_time import QuoteRealTime
    from .quote_real_time_request import QuoteRealTimeRequest
    from .stock_fundamental import StockFundamental
    from .stock_fundamental_group import StockFundamentalGroup
    from .stock_fundamental_page import StockFundamentalPage
    from .stock_fundamental_request import StockFundamentalRequest
    from .stock_trade_meta import StockTradeMeta
    from .symbol_name import SymbolName
    from .symbol_names_request import SymbolNamesRequest
    from .symbols_request import SymbolsRequest
    from .tick_size import TickSize
    from .timeline import Timeline
    from .timeline_point import TimelinePoint
    from .timeline_range import TimelineRange
    from .timeline_request import TimelineRequest
    from .token import Token
    from .tradable_quantity import TradableQuantity
    from .trade_tick import TradeTick
    from .trade_tick_request import TradeTickRequest
    from .trade_ticks import TradeTicks
    from .trading_calendar_request import TradingCalendarRequest
    from .trading_day import TradingDay
    from .trading_time import TradingTime
    from .transaction import Transaction
    from .transactions import Transactions
    from .transactions_request import TransactionsRequest

_MODULES = {
    "AccountProfile": ".account_profile",
    "AccountProfiles": ".account_profiles",
    "AccountsRequest": ".accounts_request",
    "AddonEntitlements": ".addon_entitlements",
    "AddonPlanType0": ".addon_plan_type_0",
    "AggregateAssets": ".aggregate_assets",
    "AggregateAssetsRequest": ".aggregate_assets_request",
    "AlgoParam": ".algo_param",
    "AlgoParameter": ".algo_parameter",
    "AnalyticsAsset": ".analytics_asset",
    "AnalyticsAssetRequest": ".analytics_asset_request",
    "AnalyticsDay": ".analytics_day",
    "AnalyticsSummary": ".analytics_summary",
    "Assets": ".assets",
    "AssetsRequest": ".assets_request",
    "BrokerError": ".broker_error",
    "CancelOrderRequest": ".cancel_order_request",
    "Charge": ".charge",
    "ChargeDetail": ".charge_detail",
    "Contract": ".contract",
    "ContractCodesRequest": ".contract_codes_request",
    "ContractLeg": ".contract_leg",
    "ContractPage": ".contract_page",
    "ContractRequest": ".contract_request",
    "ContractsRequest": ".contracts_request",
    "CorporateAction": ".corporate_action",
    "CorporateActionRequest": ".corporate_action_request",
    "CorporateActions": ".corporate_actions",
    "DepthEntry": ".depth_entry",
    "DerivativeGroup": ".derivative_group",
    "EntitlementLimits": ".entitlement_limits",
    "EstimateTradableQuantityRequest": ".estimate_tradable_quantity_request",
    "FilledOrdersRequest": ".filled_orders_request",
    "FilterBounds": ".filter_bounds",
    "FinancialDaily": ".financial_daily",
    "FinancialDailyRequest": ".financial_daily_request",
    "FinancialReport": ".financial_report",
    "FinancialReportRequest": ".financial_report_request",
    "FutureContract": ".future_contract",
    "FutureContractRequest": ".future_contract_request",
    "FutureContractsRequest": ".future_contracts_request",
    "FutureCurrentContractRequest": ".future_current_contract_request",
    "FutureExchange": ".future_exchange",
    "FutureExchangeRequest": ".future_exchange_request",
    "FutureKline": ".future_kline",
    "FutureKlinePoint": ".future_kline_point",
    "FutureKlineRequest": ".future_kline_request",
    "FutureRealTimeQuote": ".future_real_time_quote",
    "FutureTradingDate": ".future_trading_date",
    "FutureTradingDateRequest": ".future_trading_date_request",
    "GlobalAsset": ".global_asset",
    "HourTradingType0": ".hour_trading_type_0",
    "Kline": ".kline",
    "KlinePoint": ".kline_point",
    "KlineQuota": ".kline_quota",
    "KlineQuotaRequest": ".kline_quota_request",
    "KlineRequest": ".kline_request",
    "License": ".license_",
    "MarketRequest": ".market_request",
    "MarketState": ".market_state",
    "ModifyOrderRequest": ".modify_order_request",
    "OptionBrief": ".option_brief",
    "OptionBriefRequest": ".option_brief_request",
    "OptionChain": ".option_chain",
    "OptionChainRequest": ".option_chain_request",
    "OptionExpiration": ".option_expiration",
    "OptionExpirationRequest": ".option_expiration_request",
    "OptionFilter": ".option_filter",
    "OptionFilterGreeks": ".option_filter_greeks",
    "OptionKey": ".option_key",
    "OptionKline": ".option_kline",
    "OptionKlinePoint": ".option_kline_point",
    "OptionKlineQuery": ".option_kline_query",
    "OptionKlineRequest": ".option_kline_request",
    "OptionPair": ".option_pair",
    "OptionRealTimeQuoteType0": ".option_real_time_quote_type_0",
    "OptionSeries": ".option_series",
    "Order": ".order",
    "OrderLeg": ".order_leg",
    "OrderNo": ".order_no",
    "OrderNoRequest": ".order_no_request",
    "OrderPreview": ".order_preview",
    "OrderStateRequest": ".order_state_request",
    "Orders": ".orders",
    "OrdersRequest": ".orders_request",
    "PlaceOrderRequest": ".place_order_request",
    "Position": ".position",
    "Positions": ".positions",
    "PositionsRequest": ".positions_request",
    "PrimeAssets": ".prime_assets",
    "PrimeAssetsRequest": ".prime_assets_request",
    "PrimeCurrencyAsset": ".prime_currency_asset",
    "PrimeSegment": ".prime_segment",
    "QuoteContractRequest": ".quote_contract_request",
    "QuoteDelay": ".quote_delay",
    "QuoteDepth": ".quote_depth",
    "QuoteDepthRequest": ".quote_depth_request",
    "QuoteOvernight": ".quote_overnight",
    "QuotePermission": ".quote_permission",
    "QuoteRealTime": ".quote_real_time",
    "QuoteRealTimeRequest": ".quote_real_time_request",
    "StockFundamental": ".stock_fundamental",
    "StockFundamentalGroup": ".stock_fundamental_group",
    "StockFundamentalPage": ".stock_fundamental_page",
    "StockFundamentalRequest": ".stock_fundamental_request",
    "StockTradeMeta": ".stock_trade_meta",
    "SymbolName": ".symbol_name",
    "SymbolNamesRequest": ".symbol_names_request",
    "SymbolsRequest": ".symbols_request",
    "TickSize": ".tick_size",
    "Timeline": ".timeline",
    "TimelinePoint": ".timeline_point",
    "TimelineRange": ".timeline_range",
    "TimelineRequest": ".timeline_request",
    "Token": ".token",
    "TradableQuantity": ".tradable_quantity",
    "TradeTick": ".trade_tick",
    "TradeTickRequest": ".trade_tick_request",
    "TradeTicks": ".trade_ticks",
    "TradingCalendarRequest": ".trading_calendar_request",
    "TradingDay": ".trading_day",
    "TradingTime": ".trading_time",
    "Transaction": ".transaction",
    "Transactions": ".transactions",
    "TransactionsRequest": ".transactions_request",
}

__all__ = (
    "AccountProfile",
    "AccountProfiles",
    "AccountsRequest",
    "AddonEntitlements",
    "AddonPlanType0",
    "AggregateAssets",
    "AggregateAssetsRequest",
    "AlgoParam",
    "AlgoParameter",
    "AnalyticsAsset",
    "AnalyticsAssetRequest",
    "AnalyticsDay",
    "AnalyticsSummary",
    "Assets",
    "AssetsRequest",
    "BrokerError",
    "CancelOrderRequest",
    "Charge",
    "ChargeDetail",
    "Contract",
    "ContractCodesRequest",
    "ContractLeg",
    "ContractPage",
    "ContractRequest",
    "ContractsRequest",
    "CorporateAction",
    "CorporateActionRequest",
    "CorporateActions",
    "DepthEntry",
    "DerivativeGroup",
    "EntitlementLimits",
    "EstimateTradableQuantityRequest",
    "FilledOrdersRequest",
    "FilterBounds",
    "FinancialDaily",
    "FinancialDailyRequest",
    "FinancialReport",
    "FinancialReportRequest",
    "FutureContract",
    "FutureContractRequest",
    "FutureContractsRequest",
    "FutureCurrentContractRequest",
    "FutureExchange",
    "FutureExchangeRequest",
    "FutureKline",
    "FutureKlinePoint",
    "FutureKlineRequest",
    "FutureRealTimeQuote",
    "FutureTradingDate",
    "FutureTradingDateRequest",
    "GlobalAsset",
    "HourTradingType0",
    "Kline",
    "KlinePoint",
    "KlineQuota",
    "KlineQuotaRequest",
    "KlineRequest",
    "License",
    "MarketRequest",
    "MarketState",
    "ModifyOrderRequest",
    "OptionBrief",
    "OptionBriefRequest",
    "OptionChain",
    "OptionChainRequest",
    "OptionExpiration",
    "OptionExpirationRequest",
    "OptionFilter",
    "OptionFilterGreeks",
    "OptionKey",
    "OptionKline",
    "OptionKlinePoint",
    "OptionKlineQuery",
    "OptionKlineRequest",
    "OptionPair",
    "OptionRealTimeQuoteType0",
    "OptionSeries",
    "Order",
    "OrderLeg",
    "OrderNo",
    "OrderNoRequest",
    "OrderPreview",
    "OrderStateRequest",
    "Orders",
    "OrdersRequest",
    "PlaceOrderRequest",
    "Position",
    "Positions",
    "PositionsRequest",
    "PrimeAssets",
    "PrimeAssetsRequest",
    "PrimeCurrencyAsset",
    "PrimeSegment",
    "QuoteContractRequest",
    "QuoteDelay",
    "QuoteDepth",
    "QuoteDepthRequest",
    "QuoteOvernight",
    "QuotePermission",
    "QuoteRealTime",
    "QuoteRealTimeRequest",
    "StockFundamental",
    "StockFundamentalGroup",
    "StockFundamentalPage",
    "StockFundamentalRequest",
    "StockTradeMeta",
    "SymbolName",
    "SymbolNamesRequest",
    "SymbolsRequest",
    "TickSize",
    "Timeline",
    "TimelinePoint",
    "TimelineRange",
    "TimelineRequest",
    "Token",
    "TradableQuantity",
    "TradeTick",
    "TradeTickRequest",
    "TradeTicks",
    "TradingCalendarRequest",
    "TradingDay",
    "TradingTime",
    "Transaction",
    "Transactions",
    "TransactionsRequest",
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
