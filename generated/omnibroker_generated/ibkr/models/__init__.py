"""The models, each loaded when it is first asked for"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account_properties import AccountProperties
    from .account_summary import AccountSummary
    from .all_unsubscribed import AllUnsubscribed
    from .allocation import Allocation
    from .allocation_profile import AllocationProfile
    from .allocation_profile_allocations_item import AllocationProfileAllocationsItem
    from .allocation_sides import AllocationSides
    from .allocation_sides_long import AllocationSidesLong
    from .allocation_sides_short import AllocationSidesShort
    from .allowed_features import AllowedFeatures
    from .auth_status import AuthStatus
    from .bar import Bar
    from .bond_issuer import BondIssuer
    from .broker_error import BrokerError
    from .brokerage_accounts import BrokerageAccounts
    from .brokerage_accounts_acct_props import BrokerageAccountsAcctProps
    from .brokerage_accounts_aliases import BrokerageAccountsAliases
    from .brokerage_accounts_chart_periods import BrokerageAccountsChartPeriods
    from .cache_invalidation import CacheInvalidation
    from .cancel_ack import CancelAck
    from .cash_balance import CashBalance
    from .contract_information import ContractInformation
    from .contract_rules import ContractRules
    from .contract_rules_order_defaults import ContractRulesOrderDefaults
    from .contract_rules_order_defaults_additional_property import (
        ContractRulesOrderDefaultsAdditionalProperty,
    )
    from .contract_rules_request import ContractRulesRequest
    from .contract_search_result import ContractSearchResult
    from .contract_search_section import ContractSearchSection
    from .currency_pair import CurrencyPair
    from .currency_pairs import CurrencyPairs
    from .derivative_contract import DerivativeContract
    from .display_rule import DisplayRule
    from .display_rule_step import DisplayRuleStep
    from .exchange_rate import ExchangeRate
    from .extended_hours import ExtendedHours
    from .future_contract import FutureContract
    from .futures_by_symbol import FuturesBySymbol
    from .history import History
    from .increment_rule import IncrementRule
    from .init_session_request import InitSessionRequest
    from .ledger import Ledger
    from .ledger_entry import LedgerEntry
    from .liquid_hours import LiquidHours
    from .liquid_session import LiquidSession
    from .live_order import LiveOrder
    from .live_orders import LiveOrders
    from .logout_ack import LogoutAck
    from .order_payload import OrderPayload
    from .order_status import OrderStatus
    from .order_ticket import OrderTicket
    from .order_ticket_strategy_parameters import OrderTicketStrategyParameters
    from .orders_request import OrdersRequest
    from .parent_account import ParentAccount
    from .partitioned_pnl import PartitionedPnl
    from .partitioned_pnl_upnl import PartitionedPnlUpnl
    from .pnl_row import PnlRow
    from .portfolio_account import PortfolioAccount
    from .portfolio_summary import PortfolioSummary
    from .position import Position
    from .position_2 import Position2
    from .positions_by_account import PositionsByAccount
    from .reauthenticate_ack import ReauthenticateAck
    from .reply_request import ReplyRequest
    from .security_definition import SecurityDefinition
    from .security_definitions import SecurityDefinitions
    from .server_info import ServerInfo
    from .snapshot import Snapshot
    from .sso_features import SsoFeatures
    from .sso_validation import SsoValidation
    from .stock_contract import StockContract
    from .stock_instrument import StockInstrument
    from .stocks_by_symbol import StocksBySymbol
    from .strikes import Strikes
    from .submitted_status import SubmittedStatus
    from .summary_entry import SummaryEntry
    from .suppress_request import SuppressRequest
    from .switch_account_request import SwitchAccountRequest
    from .switched_account import SwitchedAccount
    from .symbol_schedule import SymbolSchedule
    from .symbol_schedule_day import SymbolScheduleDay
    from .tickle import Tickle
    from .tickle_brokerage import TickleBrokerage
    from .tickle_history_service import TickleHistoryService
    from .tif_defaults import TifDefaults
    from .trade import Trade
    from .trading_day import TradingDay
    from .trading_schedule import TradingSchedule
    from .trading_schedule_schedules import TradingScheduleSchedules
    from .trading_time import TradingTime
    from .unsubscribe_request import UnsubscribeRequest
    from .unsubscribed import Unsubscribed
    from .what_if import WhatIf
    from .what_if_amount import WhatIfAmount
    from .what_if_change import WhatIfChange

_MODULES = {
    "AccountProperties": ".account_properties",
    "AccountSummary": ".account_summary",
    "AllUnsubscribed": ".all_unsubscribed",
    "Allocation": ".allocation",
    "AllocationProfile": ".allocation_profile",
    "AllocationProfileAllocationsItem": ".allocation_profile_allocations_item",
    "AllocationSides": ".allocation_sides",
    "AllocationSidesLong": ".allocation_sides_long",
    "AllocationSidesShort": ".allocation_sides_short",
    "AllowedFeatures": ".allowed_features",
    "AuthStatus": ".auth_status",
    "Bar": ".bar",
    "BondIssuer": ".bond_issuer",
    "BrokerError": ".broker_error",
    "BrokerageAccounts": ".brokerage_accounts",
    "BrokerageAccountsAcctProps": ".brokerage_accounts_acct_props",
    "BrokerageAccountsAliases": ".brokerage_accounts_aliases",
    "BrokerageAccountsChartPeriods": ".brokerage_accounts_chart_periods",
    "CacheInvalidation": ".cache_invalidation",
    "CancelAck": ".cancel_ack",
    "CashBalance": ".cash_balance",
    "ContractInformation": ".contract_information",
    "ContractRules": ".contract_rules",
    "ContractRulesOrderDefaults": ".contract_rules_order_defaults",
    "ContractRulesOrderDefaultsAdditionalProperty": ".contract_rules_order_defaults_additional_property",
    "ContractRulesRequest": ".contract_rules_request",
    "ContractSearchResult": ".contract_search_result",
    "ContractSearchSection": ".contract_search_section",
    "CurrencyPair": ".currency_pair",
    "CurrencyPairs": ".currency_pairs",
    "DerivativeContract": ".derivative_contract",
    "DisplayRule": ".display_rule",
    "DisplayRuleStep": ".display_rule_step",
    "ExchangeRate": ".exchange_rate",
    "ExtendedHours": ".extended_hours",
    "FutureContract": ".future_contract",
    "FuturesBySymbol": ".futures_by_symbol",
    "History": ".history",
    "IncrementRule": ".increment_rule",
    "InitSessionRequest": ".init_session_request",
    "Ledger": ".ledger",
    "LedgerEntry": ".ledger_entry",
    "LiquidHours": ".liquid_hours",
    "LiquidSession": ".liquid_session",
    "LiveOrder": ".live_order",
    "LiveOrders": ".live_orders",
    "LogoutAck": ".logout_ack",
    "OrderPayload": ".order_payload",
    "OrderStatus": ".order_status",
    "OrderTicket": ".order_ticket",
    "OrderTicketStrategyParameters": ".order_ticket_strategy_parameters",
    "OrdersRequest": ".orders_request",
    "ParentAccount": ".parent_account",
    "PartitionedPnl": ".partitioned_pnl",
    "PartitionedPnlUpnl": ".partitioned_pnl_upnl",
    "PnlRow": ".pnl_row",
    "PortfolioAccount": ".portfolio_account",
    "PortfolioSummary": ".portfolio_summary",
    "Position": ".position",
    "Position2": ".position_2",
    "PositionsByAccount": ".positions_by_account",
    "ReauthenticateAck": ".reauthenticate_ack",
    "ReplyRequest": ".reply_request",
    "SecurityDefinition": ".security_definition",
    "SecurityDefinitions": ".security_definitions",
    "ServerInfo": ".server_info",
    "Snapshot": ".snapshot",
    "SsoFeatures": ".sso_features",
    "SsoValidation": ".sso_validation",
    "StockContract": ".stock_contract",
    "StockInstrument": ".stock_instrument",
    "StocksBySymbol": ".stocks_by_symbol",
    "Strikes": ".strikes",
    "SubmittedStatus": ".submitted_status",
    "SummaryEntry": ".summary_entry",
    "SuppressRequest": ".suppress_request",
    "SwitchAccountRequest": ".switch_account_request",
    "SwitchedAccount": ".switched_account",
    "SymbolSchedule": ".symbol_schedule",
    "SymbolScheduleDay": ".symbol_schedule_day",
    "Tickle": ".tickle",
    "TickleBrokerage": ".tickle_brokerage",
    "TickleHistoryService": ".tickle_history_service",
    "TifDefaults": ".tif_defaults",
    "Trade": ".trade",
    "TradingDay": ".trading_day",
    "TradingSchedule": ".trading_schedule",
    "TradingScheduleSchedules": ".trading_schedule_schedules",
    "TradingTime": ".trading_time",
    "UnsubscribeRequest": ".unsubscribe_request",
    "Unsubscribed": ".unsubscribed",
    "WhatIf": ".what_if",
    "WhatIfAmount": ".what_if_amount",
    "WhatIfChange": ".what_if_change",
}

__all__ = (
    "AccountProperties",
    "AccountSummary",
    "AllUnsubscribed",
    "Allocation",
    "AllocationProfile",
    "AllocationProfileAllocationsItem",
    "AllocationSides",
    "AllocationSidesLong",
    "AllocationSidesShort",
    "AllowedFeatures",
    "AuthStatus",
    "Bar",
    "BondIssuer",
    "BrokerError",
    "BrokerageAccounts",
    "BrokerageAccountsAcctProps",
    "BrokerageAccountsAliases",
    "BrokerageAccountsChartPeriods",
    "CacheInvalidation",
    "CancelAck",
    "CashBalance",
    "ContractInformation",
    "ContractRules",
    "ContractRulesOrderDefaults",
    "ContractRulesOrderDefaultsAdditionalProperty",
    "ContractRulesRequest",
    "ContractSearchResult",
    "ContractSearchSection",
    "CurrencyPair",
    "CurrencyPairs",
    "DerivativeContract",
    "DisplayRule",
    "DisplayRuleStep",
    "ExchangeRate",
    "ExtendedHours",
    "FutureContract",
    "FuturesBySymbol",
    "History",
    "IncrementRule",
    "InitSessionRequest",
    "Ledger",
    "LedgerEntry",
    "LiquidHours",
    "LiquidSession",
    "LiveOrder",
    "LiveOrders",
    "LogoutAck",
    "OrderPayload",
    "OrderStatus",
    "OrderTicket",
    "OrderTicketStrategyParameters",
    "OrdersRequest",
    "ParentAccount",
    "PartitionedPnl",
    "PartitionedPnlUpnl",
    "PnlRow",
    "PortfolioAccount",
    "PortfolioSummary",
    "Position",
    "Position2",
    "PositionsByAccount",
    "ReauthenticateAck",
    "ReplyRequest",
    "SecurityDefinition",
    "SecurityDefinitions",
    "ServerInfo",
    "Snapshot",
    "SsoFeatures",
    "SsoValidation",
    "StockContract",
    "StockInstrument",
    "StocksBySymbol",
    "Strikes",
    "SubmittedStatus",
    "SummaryEntry",
    "SuppressRequest",
    "SwitchAccountRequest",
    "SwitchedAccount",
    "SymbolSchedule",
    "SymbolScheduleDay",
    "Tickle",
    "TickleBrokerage",
    "TickleHistoryService",
    "TifDefaults",
    "Trade",
    "TradingDay",
    "TradingSchedule",
    "TradingScheduleSchedules",
    "TradingTime",
    "UnsubscribeRequest",
    "Unsubscribed",
    "WhatIf",
    "WhatIfAmount",
    "WhatIfChange",
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
