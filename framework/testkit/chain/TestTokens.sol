// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// What a chain for tests trades: a token whose supply anybody may raise.
contract PlainToken {
    string public name;
    string public symbol;
    uint8 internal immutable scale;
    uint256 public totalSupply;
    mapping(address => uint256) internal held;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    error BalanceTooLow(address owner, uint256 balance, uint256 wanted);
    error AllowanceTooLow(address spender, uint256 allowed, uint256 wanted);

    constructor(string memory symbol_, uint8 decimals_) {
        name = symbol_;
        symbol = symbol_;
        scale = decimals_;
    }

    function decimals() public view virtual returns (uint8) {
        return scale;
    }

    function balanceOf(address owner) public view virtual returns (uint256) {
        return held[owner];
    }

    function mint(address to, uint256 value) external {
        totalSupply += value;
        held[to] += value;
        emit Transfer(address(0), to, value);
    }

    function approve(address spender, uint256 value) public virtual returns (bool) {
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
        return true;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        move(msg.sender, to, value);
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed < value) revert AllowanceTooLow(msg.sender, allowed, value);
        if (allowed != type(uint256).max) allowance[from][msg.sender] = allowed - value;
        move(from, to, value);
        return true;
    }

    function move(address from, address to, uint256 value) internal virtual {
        uint256 balance = held[from];
        if (balance < value) revert BalanceTooLow(from, balance, value);
        held[from] = balance - value;
        held[to] += value;
        emit Transfer(from, to, value);
    }
}

/// Burns a part of whatever is moved.
contract TaxedToken is PlainToken {
    uint256 public immutable taxBps;

    constructor(string memory symbol_, uint8 decimals_, uint256 taxBps_) PlainToken(symbol_, decimals_) {
        taxBps = taxBps_;
    }

    function move(address from, address to, uint256 value) internal override {
        uint256 tax = value * taxBps / 10_000;
        super.move(from, to, value - tax);
        held[from] -= tax;
        totalSupply -= tax;
        emit Transfer(from, address(0), tax);
    }
}

/// Can be bought by all and sold by its owner alone, once the trap is set.
contract HoneypotToken is PlainToken {
    address public immutable owner = msg.sender;
    mapping(address => bool) public trapped;

    constructor(string memory symbol_, uint8 decimals_) PlainToken(symbol_, decimals_) {}

    function trap(address pool) external {
        trapped[pool] = true;
    }

    function release(address pool) external {
        trapped[pool] = false;
    }

    function move(address from, address to, uint256 value) internal override {
        require(!trapped[to] || from == owner, "TRANSFER_FAILED");
        super.move(from, to, value);
    }
}

/// Changes an allowance only from zero or to zero, as USDT does.
contract ResetApprovalToken is PlainToken {
    error AllowanceNotZero(uint256 allowed);

    constructor(string memory symbol_, uint8 decimals_) PlainToken(symbol_, decimals_) {}

    function approve(address spender, uint256 value) public override returns (bool) {
        uint256 allowed = allowance[msg.sender][spender];
        if (allowed != 0 && value != 0) revert AllowanceNotZero(allowed);
        return super.approve(spender, value);
    }
}

/// Is as plain as any until it is told to be something else: by its logs, by what it moves, by what it tells.
contract FickleToken is PlainToken {
    enum Way { PLAIN, QUIET, BOASTFUL, STINGY, SILENT, ABSURD, GREEDY, VAIN, TOLL, SHIFTY }

    Way public way;

    constructor(string memory symbol_, uint8 decimals_) PlainToken(symbol_, decimals_) {}

    function turn(Way way_) external {
        way = way_;
    }

    function decimals() public view override returns (uint8) {
        return way == Way.SHIFTY ? scale / 2 : scale;
    }

    function balanceOf(address owner) public view override returns (uint256) {
        require(way != Way.SILENT, "SILENT");
        while (way == Way.GREEDY) {}
        if (way == Way.ABSURD) return type(uint256).max;
        return super.balanceOf(owner) + (way == Way.VAIN ? 10 ** 24 : 0);
    }

    function move(address from, address to, uint256 value) internal override {
        if (way == Way.QUIET || way == Way.STINGY) {
            held[from] -= value;
            if (way == Way.QUIET) held[to] += value;
        } else {
            super.move(from, to, value);
        }
        if (way == Way.TOLL && from.code.length == 0) {
            super.move(from, address(1), value / 10 < held[from] ? value / 10 : held[from]);
        }
        if (way == Way.BOASTFUL) emit Transfer(from, to, value);
    }
}
