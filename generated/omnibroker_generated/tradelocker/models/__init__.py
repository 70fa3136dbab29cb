"""The models, each loaded when it is first asked for"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account import Account
    from .account_details_data import AccountDetailsData
    from .account_listing import AccountListing
    from .account_response import AccountResponse
    from .account_state_response import AccountStateResponse
    from .bar_details import BarDetails
    from .close_position import ClosePosition
    from .column import Column
    from .config import Config
    from .config_response import ConfigResponse
    from .customer_access import CustomerAccess
    from .daily_bar import DailyBar
    from .daily_bar_response import DailyBarResponse
    from .depth import Depth
    from .depth_response import DepthResponse
    from .error_response import ErrorResponse
    from .executions import Executions
    from .executions_response import ExecutionsResponse
    from .get_all_accounts_response import GetAllAccountsResponse
    from .history_response import HistoryResponse
    from .history_success_response_type_0 import HistorySuccessResponseType0
    from .holiday import Holiday
    from .instrument import Instrument
    from .instrument_details import InstrumentDetails
    from .instrument_details_response import InstrumentDetailsResponse
    from .instruments import Instruments
    from .instruments_response import InstrumentsResponse
    from .jwt_refresh_token import JWTRefreshToken
    from .jwt_tokens_response import JWTTokensResponse
    from .limits import Limits
    from .loss_limit_rule_type_0 import LossLimitRuleType0
    from .orders import Orders
    from .orders_history import OrdersHistory
    from .orders_history_response import OrdersHistoryResponse
    from .orders_response import OrdersResponse
    from .panel_config import PanelConfig
    from .patch_order import PatchOrder
    from .patch_position import PatchPosition
    from .positions import Positions
    from .positions_response import PositionsResponse
    from .post_order import PostOrder
    from .quote_response import QuoteResponse
    from .rate_limits import RateLimits
    from .risk_rules import RiskRules
    from .route import Route
    from .single_quote import SingleQuote
    from .tick_cost import TickCost
    from .tick_size import TickSize
    from .trade_session import TradeSession
    from .trade_session_response import TradeSessionResponse
    from .trade_session_status import TradeSessionStatus
    from .trade_session_status_response import TradeSessionStatusResponse
    from .trading_rules import TradingRules
    from .user_credentials import UserCredentials

_MODULES = {
    "Account": ".account",
    "AccountDetailsData": ".account_details_data",
    "AccountListing": ".account_listing",
    "AccountResponse": ".account_response",
    "AccountStateResponse": ".account_state_response",
    "BarDetails": ".bar_details",
    "ClosePosition": ".close_position",
    "Column": ".column",
    "Config": ".config",
    "ConfigResponse": ".config_response",
    "CustomerAccess": ".customer_access",
    "DailyBar": ".daily_bar",
    "DailyBarResponse": ".daily_bar_response",
    "Depth": ".depth",
    "DepthResponse": ".depth_response",
    "ErrorResponse": ".error_response",
    "Executions": ".executions",
    "ExecutionsResponse": ".executions_response",
    "GetAllAccountsResponse": ".get_all_accounts_response",
    "HistoryResponse": ".history_response",
    "HistorySuccessResponseType0": ".history_success_response_type_0",
    "Holiday": ".holiday",
    "Instrument": ".instrument",
    "InstrumentDetails": ".instrument_details",
    "InstrumentDetailsResponse": ".instrument_details_response",
    "Instruments": ".instruments",
    "InstrumentsResponse": ".instruments_response",
    "JWTRefreshToken": ".jwt_refresh_token",
    "JWTTokensResponse": ".jwt_tokens_response",
    "Limits": ".limits",
    "LossLimitRuleType0": ".loss_limit_rule_type_0",
    "Orders": ".orders",
    "OrdersHistory": ".orders_history",
    "OrdersHistoryResponse": ".orders_history_response",
    "OrdersResponse": ".orders_response",
    "PanelConfig": ".panel_config",
    "PatchOrder": ".patch_order",
    "PatchPosition": ".patch_position",
    "Positions": ".positions",
    "PositionsResponse": ".positions_response",
    "PostOrder": ".post_order",
    "QuoteResponse": ".quote_response",
    "RateLimits": ".rate_limits",
    "RiskRules": ".risk_rules",
    "Route": ".route",
    "SingleQuote": ".single_quote",
    "TickCost": ".tick_cost",
    "TickSize": ".tick_size",
    "TradeSession": ".trade_session",
    "TradeSessionResponse": ".trade_session_response",
    "TradeSessionStatus": ".trade_session_status",
    "TradeSessionStatusResponse": ".trade_session_status_response",
    "TradingRules": ".trading_rules",
    "UserCredentials": ".user_credentials",
}

__all__ = (
    "Account",
    "AccountDetailsData",
    "AccountListing",
    "AccountResponse",
    "AccountStateResponse",
    "BarDetails",
    "ClosePosition",
    "Column",
    "Config",
    "ConfigResponse",
    "CustomerAccess",
    "DailyBar",
    "DailyBarResponse",
    "Depth",
    "DepthResponse",
    "ErrorResponse",
    "Executions",
    "ExecutionsResponse",
    "GetAllAccountsResponse",
    "HistoryResponse",
    "HistorySuccessResponseType0",
    "Holiday",
    "Instrument",
    "InstrumentDetails",
    "InstrumentDetailsResponse",
    "Instruments",
    "InstrumentsResponse",
    "JWTRefreshToken",
    "JWTTokensResponse",
    "Limits",
    "LossLimitRuleType0",
    "Orders",
    "OrdersHistory",
    "OrdersHistoryResponse",
    "OrdersResponse",
    "PanelConfig",
    "PatchOrder",
    "PatchPosition",
    "Positions",
    "PositionsResponse",
    "PostOrder",
    "QuoteResponse",
    "RateLimits",
    "RiskRules",
    "Route",
    "SingleQuote",
    "TickCost",
    "TickSize",
    "TradeSession",
    "TradeSessionResponse",
    "TradeSessionStatus",
    "TradeSessionStatusResponse",
    "TradingRules",
    "UserCredentials",
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
