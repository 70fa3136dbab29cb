"""The models, each loaded when it is first asked for"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account import Account
    from .account_page import AccountPage
    from .account_portfolio import AccountPortfolio
    from .audit_record import AuditRecord
    from .audit_record_page import AuditRecordPage
    from .audit_record_payload import AuditRecordPayload
    from .audit_status import AuditStatus
    from .audit_verification import AuditVerification
    from .balance_figures import BalanceFigures
    from .balances import Balances
    from .bar import Bar
    from .bar_adjustment import BarAdjustment
    from .bar_interval import BarInterval
    from .bar_series import BarSeries
    from .bar_series_page import BarSeriesPage
    from .broker import Broker
    from .broker_capability import BrokerCapability
    from .broker_ids import BrokerIds
    from .broker_options import BrokerOptions
    from .broker_page import BrokerPage
    from .capabilities import Capabilities
    from .capability_state import CapabilityState
    from .confirm_order_request import ConfirmOrderRequest
    from .connection import Connection
    from .connection_page import ConnectionPage
    from .connection_readiness import ConnectionReadiness
    from .connection_status import ConnectionStatus
    from .coverage import Coverage
    from .cross_reference import CrossReference
    from .currency_balance import CurrencyBalance
    from .environment import Environment
    from .execution import Execution
    from .execution_page import ExecutionPage
    from .execution_status import ExecutionStatus
    from .fee import Fee
    from .halt_request import HaltRequest
    from .halt_scope import HaltScope
    from .health import Health
    from .ibkr_order_options import IbkrOrderOptions
    from .incomplete import Incomplete
    from .instrument import Instrument
    from .instrument_page import InstrumentPage
    from .instrument_type import InstrumentType
    from .journal_status import JournalStatus
    from .market_state import MarketState
    from .market_status import MarketStatus
    from .market_status_page import MarketStatusPage
    from .modify_order_request import ModifyOrderRequest
    from .money import Money
    from .operation_capability import OperationCapability
    from .operation_support import OperationSupport
    from .order import Order
    from .order_combination import OrderCombination
    from .order_confirmation import OrderConfirmation
    from .order_leg import OrderLeg
    from .order_link import OrderLink
    from .order_page import OrderPage
    from .order_preview import OrderPreview
    from .order_side import OrderSide
    from .order_status import OrderStatus
    from .order_type import OrderType
    from .pending_action import PendingAction
    from .place_order_request import PlaceOrderRequest
    from .portfolio_page import PortfolioPage
    from .position import Position
    from .position_effect import PositionEffect
    from .position_page import PositionPage
    from .position_side import PositionSide
    from .positive_money import PositiveMoney
    from .preview_change import PreviewChange
    from .preview_order_request import PreviewOrderRequest
    from .preview_warning import PreviewWarning
    from .price_band import PriceBand
    from .problem import Problem
    from .problem_error import ProblemError
    from .problem_retry import ProblemRetry
    from .quantity_unit import QuantityUnit
    from .quote import Quote
    from .quote_page import QuotePage
    from .readiness import Readiness
    from .segment_balance import SegmentBalance
    from .session import Session
    from .session_state import SessionState
    from .status import Status
    from .time_in_force import TimeInForce
    from .tradelocker_order_options import TradelockerOrderOptions
    from .trading_halt import TradingHalt
    from .trading_hours import TradingHours
    from .trading_session import TradingSession
    from .trail import Trail
    from .trail_kind import TrailKind
    from .value_support import ValueSupport

_MODULES = {
    "Account": ".account",
    "AccountPage": ".account_page",
    "AccountPortfolio": ".account_portfolio",
    "AuditRecord": ".audit_record",
    "AuditRecordPage": ".audit_record_page",
    "AuditRecordPayload": ".audit_record_payload",
    "AuditStatus": ".audit_status",
    "AuditVerification": ".audit_verification",
    "BalanceFigures": ".balance_figures",
    "Balances": ".balances",
    "Bar": ".bar",
    "BarAdjustment": ".bar_adjustment",
    "BarInterval": ".bar_interval",
    "BarSeries": ".bar_series",
    "BarSeriesPage": ".bar_series_page",
    "Broker": ".broker",
    "BrokerCapability": ".broker_capability",
    "BrokerIds": ".broker_ids",
    "BrokerOptions": ".broker_options",
    "BrokerPage": ".broker_page",
    "Capabilities": ".capabilities",
    "CapabilityState": ".capability_state",
    "ConfirmOrderRequest": ".confirm_order_request",
    "Connection": ".connection",
    "ConnectionPage": ".connection_page",
    "ConnectionReadiness": ".connection_readiness",
    "ConnectionStatus": ".connection_status",
    "Coverage": ".coverage",
    "CrossReference": ".cross_reference",
    "CurrencyBalance": ".currency_balance",
    "Environment": ".environment",
    "Execution": ".execution",
    "ExecutionPage": ".execution_page",
    "ExecutionStatus": ".execution_status",
    "Fee": ".fee",
    "HaltRequest": ".halt_request",
    "HaltScope": ".halt_scope",
    "Health": ".health",
    "IbkrOrderOptions": ".ibkr_order_options",
    "Incomplete": ".incomplete",
    "Instrument": ".instrument",
    "InstrumentPage": ".instrument_page",
    "InstrumentType": ".instrument_type",
    "JournalStatus": ".journal_status",
    "MarketState": ".market_state",
    "MarketStatus": ".market_status",
    "MarketStatusPage": ".market_status_page",
    "ModifyOrderRequest": ".modify_order_request",
    "Money": ".money",
    "OperationCapability": ".operation_capability",
    "OperationSupport": ".operation_support",
    "Order": ".order",
    "OrderCombination": ".order_combination",
    "OrderConfirmation": ".order_confirmation",
    "OrderLeg": ".order_leg",
    "OrderLink": ".order_link",
    "OrderPage": ".order_page",
    "OrderPreview": ".order_preview",
    "OrderSide": ".order_side",
    "OrderStatus": ".order_status",
    "OrderType": ".order_type",
    "PendingAction": ".pending_action",
    "PlaceOrderRequest": ".place_order_request",
    "PortfolioPage": ".portfolio_page",
    "Position": ".position",
    "PositionEffect": ".position_effect",
    "PositionPage": ".position_page",
    "PositionSide": ".position_side",
    "PositiveMoney": ".positive_money",
    "PreviewChange": ".preview_change",
    "PreviewOrderRequest": ".preview_order_request",
    "PreviewWarning": ".preview_warning",
    "PriceBand": ".price_band",
    "Problem": ".problem",
    "ProblemError": ".problem_error",
    "ProblemRetry": ".problem_retry",
    "QuantityUnit": ".quantity_unit",
    "Quote": ".quote",
    "QuotePage": ".quote_page",
    "Readiness": ".readiness",
    "SegmentBalance": ".segment_balance",
    "Session": ".session",
    "SessionState": ".session_state",
    "Status": ".status",
    "TimeInForce": ".time_in_force",
    "TradelockerOrderOptions": ".tradelocker_order_options",
    "TradingHalt": ".trading_halt",
    "TradingHours": ".trading_hours",
    "TradingSession": ".trading_session",
    "Trail": ".trail",
    "TrailKind": ".trail_kind",
    "ValueSupport": ".value_support",
}

__all__ = (
    "Account",
    "AccountPage",
    "AccountPortfolio",
    "AuditRecord",
    "AuditRecordPage",
    "AuditRecordPayload",
    "AuditStatus",
    "AuditVerification",
    "BalanceFigures",
    "Balances",
    "Bar",
    "BarAdjustment",
    "BarInterval",
    "BarSeries",
    "BarSeriesPage",
    "Broker",
    "BrokerCapability",
    "BrokerIds",
    "BrokerOptions",
    "BrokerPage",
    "Capabilities",
    "CapabilityState",
    "ConfirmOrderRequest",
    "Connection",
    "ConnectionPage",
    "ConnectionReadiness",
    "ConnectionStatus",
    "Coverage",
    "CrossReference",
    "CurrencyBalance",
    "Environment",
    "Execution",
    "ExecutionPage",
    "ExecutionStatus",
    "Fee",
    "HaltRequest",
    "HaltScope",
    "Health",
    "IbkrOrderOptions",
    "Incomplete",
    "Instrument",
    "InstrumentPage",
    "InstrumentType",
    "JournalStatus",
    "MarketState",
    "MarketStatus",
    "MarketStatusPage",
    "ModifyOrderRequest",
    "Money",
    "OperationCapability",
    "OperationSupport",
    "Order",
    "OrderCombination",
    "OrderConfirmation",
    "OrderLeg",
    "OrderLink",
    "OrderPage",
    "OrderPreview",
    "OrderSide",
    "OrderStatus",
    "OrderType",
    "PendingAction",
    "PlaceOrderRequest",
    "PortfolioPage",
    "Position",
    "PositionEffect",
    "PositionPage",
    "PositionSide",
    "PositiveMoney",
    "PreviewChange",
    "PreviewOrderRequest",
    "PreviewWarning",
    "PriceBand",
    "Problem",
    "ProblemError",
    "ProblemRetry",
    "QuantityUnit",
    "Quote",
    "QuotePage",
    "Readiness",
    "SegmentBalance",
    "Session",
    "SessionState",
    "Status",
    "TimeInForce",
    "TradelockerOrderOptions",
    "TradingHalt",
    "TradingHours",
    "TradingSession",
    "Trail",
    "TrailKind",
    "ValueSupport",
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
