namespace Scoring.Api.Security;

/// <summary>The one way a password is tried, at the login, as a second signature and when it is changed: slowed down, compared behind the gate, failures written for the admin.</summary>
public sealed class PasswordDoor(Accounts accounts, PasswordGate gate, LoginGuard guard, AccessLog access)
{
    /// <param name="Account">Whose it is; null: <paramref name="Fault"/> says why not.</param>
    /// <param name="TooMany">It was not even looked at; the same again later may be right.</param>
    public sealed record Answer(Account? Account, string? Fault = null, bool TooMany = false);

    /// <param name="from">What wrong tries are counted by, together with the login.</param>
    /// <param name="address">For the admin to read.</param>
    /// <param name="known">A browser that signed in with this login before, or a person signed in now: goes first.</param>
    public async Task<Answer> Try(string login, string password, string from, string address, bool known)
    {
        if (guard.Wait(login, from) is { Ticks: > 0 } wait)
        {
            return new(null, $"密码连续输错，请过 {Math.Ceiling(wait.TotalSeconds):0} 秒再试；忘了密码，请管理员重设。", TooMany: true);
        }

        if (!gate.TryRun(() => accounts.SignIn(login, password), known, out var compared))
        {
            return new(null, "现在登录的人太多，请过几秒再试。", TooMany: true);
        }

        if (await compared is { } account)
        {
            guard.Right(login, from);
            return new(account);
        }

        var wrong = guard.Wrong(login, from);
        if (wrong == 1 || (wrong >= LoginGuard.Tries && (wrong - LoginGuard.Tries) % LoginGuard.Tries == 0))
        {
            access.Failed(login, accounts.Find(login), $"密码不对{(wrong == 1 ? "" : $"，连续 {wrong} 次")}", $"来自 {address}");
        }

        return new(null, "账号或密码不对，请重新输入。");
    }
}
